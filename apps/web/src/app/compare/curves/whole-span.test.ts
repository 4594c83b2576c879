import { configure, getPreset, type RunSummary } from '@duality/shared';
import { expect, test } from 'vitest';
import { wholeSpan } from './whole-span.ts';

const run = (lastStep: number, startedAt: number | null, endedAt: number | null, preset = 'wgan-gp-ring') =>
  ({ config: configure(getPreset(preset), {}), lastStep, startedAt, endedAt }) as RunSummary;
const runs = [run(500, 1000, 61_000), run(900, 5000, null), run(0, null, null)];

test('the axis reaches as far as the longest run, and a run that goes on until now', () => {
  expect(wholeSpan(runs, 'step', 0)).toEqual({ low: 0, high: 900 });
  expect(wholeSpan(runs, 'wall', 105_000)).toEqual({ low: 1000, high: 105_000 });
  expect(wholeSpan(runs, 'relative', 105_000)).toEqual({ low: 0, high: 100 });
});

test('where no run lies on the axis there is none', () => {
  expect(wholeSpan(runs, 'epoch', 0)).toBeUndefined();
  expect(wholeSpan([run(0, null, null)], 'wall', 9)).toBeUndefined();
  expect(wholeSpan([run(0, null, null)], 'step', 9)).toBeUndefined();
});
