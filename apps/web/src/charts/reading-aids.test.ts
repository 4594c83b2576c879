import { expect, test } from 'vitest';
import { readingAids } from './reading-aids.ts';

const config = { system: 'wgan-gp', dataset: 'mnist' } as const;

test('the slope has its target and the critic estimate its bound', () => {
  expect(readingAids('gradientNorm', config)[0]?.value).toBe(1);
  expect(readingAids('criticEstimate', config)[0]?.value).toBe(56);
  expect(readingAids('stepMs', config)).toEqual([]);
});
