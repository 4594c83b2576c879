import { expect, test } from 'vitest';
import { runLook } from './run-colour.ts';

test('no two of 32 runs in a row look the same', () => {
  const looks = Array.from({ length: 32 }, (_, at) => JSON.stringify(runLook(at + 5)));
  expect(new Set(looks).size).toBe(32);
});

test('a run looks the same whichever runs it is beside', () => {
  expect(runLook(3)).toEqual({ token: '--run-3', dash: [] });
  expect(runLook(11)).toEqual({ token: '--run-3', dash: [6, 3] });
});
