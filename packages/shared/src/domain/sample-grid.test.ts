import { expect, test } from 'vitest';
import { isSampleStep } from './sample-grid.ts';

test('grids are drawn at powers of two, then on the cadence, and at the end', () => {
  const steps = Array.from({ length: 230 }, (_, i) => i + 1).filter((step) => isSampleStep(step, 50, 230));
  expect(steps).toEqual([1, 2, 4, 8, 16, 32, 50, 100, 150, 200, 230]);
});
