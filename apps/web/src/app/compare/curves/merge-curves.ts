import { type ComparedSeries, epochsPerStep, type MetricPoint, type RunSummary, type XAxis } from '@duality/shared';
import { emptySeries, mergePoints } from '#charts/series.ts';

/** What was asked of `metric.compare`. */
export interface CompareInput {
  runIds: number[];
  name: string;
  axis?: XAxis;
  from?: number;
  to?: number;
}

/** Where on the axis a point of the run lies; undefined for a run that the axis says nothing about. */
function placeOf(axis: XAxis, { config, startedAt }: RunSummary, { step, at }: MetricPoint): number | undefined {
  if (axis === 'step') return step;
  if (axis === 'wall') return at;
  if (axis === 'relative') return startedAt === null ? undefined : (at - startedAt) / 1000;
  const each = epochsPerStep(config);
  return each && step * each;
}

/** The curves with new points in them; `isStale` says that they have to be asked for again. */
export function mergeCurves(
  old: readonly ComparedSeries[],
  points: readonly MetricPoint[],
  runs: ReadonlyMap<number, RunSummary>,
  { runIds, name, axis = 'step', from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }: CompareInput,
) {
  const places = new Map<number, Map<number, number>>();
  const fresh = new Map<number, MetricPoint[]>();
  for (const point of points) {
    const run = runs.get(point.runId);
    const x = point.name === name && run ? placeOf(axis, run, point) : undefined;
    if (x === undefined || x < from || x > to) continue;
    fresh.set(point.runId, [...(fresh.get(point.runId) ?? []), point]);
    places.set(point.runId, (places.get(point.runId) ?? new Map()).set(point.step, x));
  }
  let isStale = false;
  const curves = runIds.flatMap((runId): ComparedSeries[] => {
    const known = old.find((curve) => curve.runId === runId);
    const news = fresh.get(runId);
    if (!news) return known ? [known] : [];
    const merged = mergePoints(known?.series ?? emptySeries(name), news);
    isStale ||= merged.isStale;
    return [{ runId, series: merged.series, xs: xsOf(merged.series.steps, known, places.get(runId), axis) }];
  });
  return { curves, isStale, hasNews: fresh.size > 0 };
}

function xsOf(
  steps: readonly number[],
  known: ComparedSeries | undefined,
  places: ReadonlyMap<number, number> | undefined,
  axis: XAxis,
): number[] | null {
  if (axis === 'step') return null;
  const old = new Map(known?.series.steps.map((step, at) => [step, known.xs?.[at] ?? step]));
  return steps.map((step) => places?.get(step) ?? old.get(step) ?? step);
}
