import { expect, test } from 'vitest';
import { totalSeconds } from './total-seconds.ts';

test('trials come in turns', () => {
  expect(totalSeconds({ low: 2, high: 3 }, 5, 2)).toEqual({ low: 6, high: 9 });
  expect(totalSeconds({ low: 2, high: 3 }, 1, 8)).toEqual({ low: 2, high: 3 });
});
