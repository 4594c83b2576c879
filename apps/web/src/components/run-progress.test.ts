import { presets, type RunSummary } from '@duality/shared';
import { expect, test } from 'vitest';
import { elapsedMs, formatSpeed, shareDone, timeLeftMs } from './run-progress.ts';

const run = (more: Partial<RunSummary>) =>
  ({ config: presets[0]?.config, status: 'running', lastStep: 1500, stepsPerSecond: 5, ...more }) as RunSummary;

test('half of the steps take as long again as their number over the speed', () => {
  expect(shareDone(run({}))).toBe(0.5);
  expect(timeLeftMs(run({}))).toBe(300_000);
});

test('nothing is left to wait for where nothing runs', () => {
  expect(timeLeftMs(run({ status: 'stopped' }))).toBeNull();
  expect(timeLeftMs(run({ stepsPerSecond: null }))).toBeNull();
});

test('the clock of a run stops at its end', () => {
  expect(elapsedMs(run({ startedAt: 1000, endedAt: 4000 }), 9000)).toBe(3000);
  expect(elapsedMs(run({ startedAt: 1000, endedAt: null }), 9000)).toBe(8000);
  expect(elapsedMs(run({ startedAt: null, endedAt: null }), 9000)).toBeNull();
});

test('slow runs are counted by the minute, fast ones in whole steps', () => {
  expect([0.05, 7.34, 31.2, 99.7, 312.4].map(formatSpeed)).toEqual(['3.0/min', '7.3/s', '31/s', '100/s', '312/s']);
});
