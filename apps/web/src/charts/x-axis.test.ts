import { expect, test } from 'vitest';
import { describeX, formatXTick, tickDistance } from './x-axis.ts';

test('a place on each axis reads as a person would say it', () => {
  expect(describeX('step', 1499.7)).toBe('step 1,500');
  expect(describeX('epoch', 2.43219)).toBe('epoch 2.432');
  expect(describeX('relative', 12.3)).toBe('12.3 s');
  expect(describeX('relative', 250)).toBe('4 min 10 s');
  expect(describeX('relative', 7500)).toBe('2 h 5 min');
  expect(describeX('wall', new Date(2026, 10, 22, 14, 3, 20).getTime())).toBe('22 Nov 14:03:20');
});

test('ticks of time stand at round times, a handful of them', () => {
  for (const seconds of [0.5, 4, 59, 400, 5000, 40_000, 1e6, 1e8]) {
    const count = seconds / (tickDistance('relative', seconds) ?? 0);
    expect(count).toBeGreaterThan(1);
    expect(count).toBeLessThanOrEqual(6);
    expect(tickDistance('wall', seconds * 1000)).toBe((tickDistance('relative', seconds) ?? 0) * 1000);
  }
  expect(tickDistance('step', 100)).toBeUndefined();
});

test('a tick is written as finely as it needs', () => {
  const at = new Date(2026, 10, 22, 14, 3, 20).getTime();
  expect(formatXTick('wall', at, 10_000)).toBe('14:03:20');
  expect(formatXTick('wall', at, 3_600_000)).toBe('14:03');
  expect(formatXTick('wall', at, 9e8)).toBe('22 Nov');
  expect(formatXTick('relative', 90, 600)).toBe('1.5 min');
  expect(formatXTick('relative', 90, 120)).toBe('90 s');
  expect(formatXTick('relative', 5400, 40_000)).toBe('1.5 h');
  expect(formatXTick('step', 1500, 9000)).toBe('1.5k');
});
