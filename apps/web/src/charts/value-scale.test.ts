import { describe, expect, test } from 'vitest';
import { lonelyCurve } from './curve.ts';
import { emptySeries } from './series.ts';
import { heightOf, scaleFor, ticksOf, valueAt } from './value-scale.ts';

const curve = (values: (number | null)[]) =>
  lonelyCurve(
    { ...emptySeries('criticEstimate'), steps: values.map((_, at) => at + 1), values, lows: values, highs: values },
    undefined,
    0,
  );

describe('a signed logarithm', () => {
  const scale = scaleFor([curve([-300, -1, 0.5, 20, 4000, null])], 'signed');

  test('keeps sign and order, and comes back to the value', () => {
    const values = [-5000, -300, -1, -1e-3, 0, 1e-3, 0.5, 20, 4000];
    const heights = values.map((value) => heightOf(scale, value));
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    for (const [at, height] of heights.entries()) expect(valueAt(scale, height)).toBeCloseTo(values[at] as number, 9);
  });

  test('is even on both sides of 0', () => {
    expect(heightOf(scale, -7)).toBe(-heightOf(scale, 7));
    expect(heightOf(scale, 0)).toBe(0);
  });

  test('has round ticks on both sides and at 0', () => {
    const ticks = ticksOf(scale, heightOf(scale, -300), heightOf(scale, 4000)) ?? [];
    expect(ticks).toContain(0);
    expect(ticks.some((tick) => tick < 0)).toBe(true);
    for (const tick of ticks) if (tick !== 0) expect(Math.log10(Math.abs(tick)) % 1).toBeCloseTo(0, 9);
    expect(ticks.length).toBeLessThanOrEqual(8);
  });
});

describe('a logarithm', () => {
  test('is taken only where every value has one', () => {
    expect(scaleFor([curve([1, 5, null])], 'log').kind).toBe('log');
    expect(scaleFor([curve([1, 5]), curve([0, 2])], 'log').kind).toBe('linear');
  });

  test('has decades as ticks, and 1, 2, 5 where there is less than two of them', () => {
    const scale = scaleFor([curve([1, 5])], 'log');
    expect(ticksOf(scale, -2.1, 3.2)).toEqual([0.01, 0.1, 1, 10, 100, 1000].map((tick) => expect.closeTo(tick, 9)));
    expect(ticksOf(scale, Math.log10(1.5), Math.log10(30))).toEqual([2, 5, 10, 20]);
    expect((ticksOf(scale, -20, 20) ?? []).length).toBeLessThanOrEqual(8);
  });
});

test('a curve of zeros, and none at all, have a scale', () => {
  for (const curves of [[], [curve([0, 0])]]) expect(scaleFor(curves, 'signed').threshold).toBe(1);
});
