import type { ComparedSeries, Series } from '@duality/shared';
import type { RunLook } from '#components/run-colour.ts';

/** One line of a chart, with how it is told from the others. */
export interface Curve extends RunLook {
  key: string;
  /** What it is called beside others on the same axes. */
  name: string | undefined;
  /** What is highlighted with it everywhere. */
  runId: number | undefined;
  /** The second metric of a run is drawn thinner than its first. */
  isSecond: boolean;
  /** What its lows and highs are, where they are drawn: of buckets, of a group of runs, or an estimate's 95 % interval. */
  band: 'extremes' | 'spread' | 'interval' | undefined;
  series: Series;
  /** Where its entries lie on the x-axis, in parallel to `series.steps`. */
  xs: readonly number[];
}

/** Of the page of one run, where colours mean real and generated. */
const lonely: readonly RunLook[] = [
  { token: '--chart-line', dash: [] },
  { token: '--chart-second', dash: [5, 3] },
];

/** A metric of a single run over its steps, and perhaps a second one on the same axes. */
export const lonelyCurve = (series: Series, name: string | undefined, at: 0 | 1): Curve => ({
  ...(lonely[at] as RunLook),
  key: series.name,
  name,
  runId: undefined,
  isSecond: false,
  band: series.bucketSteps > 1 ? 'extremes' : undefined,
  series,
  xs: series.steps,
});

/** A metric of one of several runs. */
export const runCurve = ({ runId, series, xs }: ComparedSeries, look: RunLook, name: string, at: 0 | 1): Curve => ({
  ...look,
  key: `${runId} ${series.name}`,
  name,
  runId,
  isSecond: at === 1,
  band: series.bucketSteps > 1 ? 'extremes' : undefined,
  series,
  xs: xs ?? series.steps,
});
