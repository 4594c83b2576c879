import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Group } from '../../domain/group.ts';
import { aRequest, useTestStore } from '../test-store.ts';

const lab = useTestStore();

/** Points by step, of one run. */
type Curve = Map<number, number>;

const curve = fc
  .tuple(
    fc.integer({ min: 0, max: 50 }),
    fc.integer({ min: 1, max: 3 }),
    fc.array(fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.constant(Number.NaN)), { maxLength: 300, size: 'max' }),
  )
  .map(([first, every, values]) => new Map(values.map((value, i) => [first + i * every, value])));

test('a group is the mean, the deviation and the extremes over its runs, each run once a bucket', () => {
  fc.assert(
    fc.property(
      fc.array(curve, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 5, max: 200 }),
      fc.boolean(),
      (curves, width, isPart) => {
        const runIds = curves.map(record);
        const window = isPart ? { from: 20, to: 333, width } : { width };
        const group = lab.store.series.group([...runIds, runIds[0] as number], 'own', window);
        expectSummed(group, curves, window);
      },
    ),
    { numRuns: 60 },
  );
});

function record(curve: Curve): number {
  const runId = lab.store.run.queue(aRequest()).id;
  const steps = [...curve].map(([step, value]) => ({ step, values: { own: value } }));
  lab.store.metric.appendMany(runId, steps);
  return runId;
}

function expectSummed(group: Group, curves: Curve[], { from = 0, to = 1e9 }: { from?: number; to?: number }): void {
  const shown = curves.map((curve) => [...curve].filter(([step]) => step >= from && step <= to));
  const bucketOf = (step: number) => Math.floor(step / group.bucketSteps);
  const indices = [...new Set(shown.flat().map(([step]) => bucketOf(step)))].sort((a, b) => a - b);
  expect(group.steps.map(bucketOf)).toEqual(indices);
  for (const [i, index] of indices.entries()) {
    const inside = shown.map((points) =>
      points.flatMap(([step, value]) => (bucketOf(step) === index && Number.isFinite(value) ? [value] : [])),
    );
    const means = inside.filter((values) => values.length > 0).map(mean);
    const values = inside.flat();
    expect(group.runs[i]).toBe(means.length);
    expectClose(group.means[i], means.length > 0 ? mean(means) : null);
    expectClose(group.deviations[i], means.length > 1 ? deviation(means) : null);
    expect(group.lows[i]).toBe(values.length > 0 ? Math.min(...values) + 0 : null);
    expect(group.highs[i]).toBe(values.length > 0 ? Math.max(...values) + 0 : null);
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1));
}

function expectClose(value: number | null | undefined, wanted: number | null): void {
  if (wanted === null) expect(value).toBeNull();
  else expect(value).toBeCloseTo(wanted, 8);
}

test('runs without the metric are left out, and a group of none is empty', () => {
  const runId = record(new Map([[1, 5]]));
  const other = lab.store.run.queue(aRequest()).id;
  expect(lab.store.series.group([other, runId], 'own', { width: 10 })).toMatchObject({ runs: [1], means: [5] });
  expect(lab.store.series.group([other], 'own', { width: 10 })).toMatchObject({ steps: [], means: [] });
});
