import type { Run, RunId } from '../../domain/run.ts';
import { type ComparedSeries, epochsPerStep, type XAxis } from '../../domain/x-axis.ts';
import type { Clock } from './clock.ts';
import type { SeriesStore } from './series.ts';
import type { Window } from './series-window.ts';

export interface Comparison {
  name: string;
  axis: XAxis;
  /** The window, in units of the axis; all of it when absent. */
  from?: number | undefined;
  to?: number | undefined;
  /** As of a `Window`. */
  width: number;
}

/** One metric of several runs over an axis. Runs that do not have it, or have no place on the axis, are left out. */
export function compareWith(findRun: (id: RunId) => Run | undefined, series: SeriesStore, clock: Clock) {
  return (runIds: readonly RunId[], { name, axis, from, to, width }: Comparison): ComparedSeries[] =>
    runIds.flatMap((runId) => {
      const run = findRun(runId);
      const scale = run && scaleOf(run, axis, clock);
      if (!scale) return [];
      const window: Window = { width };
      if (from !== undefined) window.from = Math.max(0, scale.firstStepFrom(from));
      if (to !== undefined) window.to = Math.max(0, scale.lastStepTo(to));
      const found = series.find(runId, name, window);
      if (!found) return [];
      return { runId, series: found, xs: axis === 'step' ? null : found.steps.map(scale.xAt) };
    });
}

interface Scale {
  xAt: (step: number) => number;
  firstStepFrom: (x: number) => number;
  lastStepTo: (x: number) => number;
}

/** From the steps of a run to an axis and back; undefined for a run that the axis says nothing about. */
function scaleOf(run: Run, axis: XAxis, clock: Clock): Scale | undefined {
  if (axis === 'step' || axis === 'epoch') {
    const each = axis === 'step' ? 1 : epochsPerStep(run.config);
    if (each === undefined) return undefined;
    return {
      xAt: (step) => step * each,
      firstStepFrom: (x) => Math.ceil(x / each),
      lastStepTo: (x) => Math.floor(x / each),
    };
  }
  const { startedAt } = run;
  if (startedAt === null) return undefined;
  const [zero, unitMs] = axis === 'relative' ? [startedAt, 1000] : [0, 1];
  return {
    xAt: (step) => ((clock.timeAt(run.id, step) ?? startedAt) - zero) / unitMs,
    firstStepFrom: (x) => clock.firstStepSince(run.id, zero + x * unitMs),
    // The last one logged before the next millisecond.
    lastStepTo: (x) => clock.firstStepSince(run.id, Math.floor(zero + x * unitMs) + 1) - 1,
  };
}
