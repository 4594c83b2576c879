import type { TrialState } from '@duality/shared';
import type { Point } from './drawing.ts';

/** One trial of a sweep as a chart has it. */
export interface ChartedTrial {
  number: number;
  runId: number | null;
  state: TrialState;
  objective: number | null;
  isBest: boolean;
}

export type TrialKind = 'completed' | 'going' | 'ended' | 'none';

/** How a trial is drawn: by a dot, by a ring while it goes on, by a triangle where it was ended early; or not at all. */
export function kindOfTrial({ state, objective }: Pick<ChartedTrial, 'state' | 'objective'>): TrialKind {
  if (objective === null || !Number.isFinite(objective)) return 'none';
  if (state === 'completed') return 'completed';
  return state === 'running' || state === 'paused' || state === 'queued' ? 'going' : 'ended';
}

export interface TrialDrawing {
  completed: Point[];
  going: Point[];
  ended: Point[];
  /** Numbers of trials that failed before they came to a value. */
  failed: number[];
  /** The best that had been reached by each trial: a point where it gets better, and one at the end. */
  best: Point[];
  /** All values are above 0, so that a logarithm can be taken. */
  canBeLog: boolean;
}

/** Decides what a chart of trials shows; values by the number of the trial. */
export function drawTrials(trials: readonly ChartedTrial[], direction: 'minimise' | 'maximise'): TrialDrawing {
  const inOrder = [...trials].sort((a, b) => a.number - b.number);
  const of = (kind: TrialKind) =>
    inOrder
      .filter((trial) => kindOfTrial(trial) === kind)
      .map(({ number, objective }) => ({ x: number, y: objective as number }));
  const [completed, going, ended] = [of('completed'), of('going'), of('ended')];
  return {
    completed,
    going,
    ended,
    failed: inOrder
      .filter((trial) => trial.state === 'failed' && kindOfTrial(trial) === 'none')
      .map(({ number }) => number),
    best: bestSoFar(completed, direction, inOrder.at(-1)?.number),
    canBeLog: [...completed, ...going, ...ended].every(({ y }) => y > 0),
  };
}

function bestSoFar(completed: readonly Point[], direction: 'minimise' | 'maximise', last: number | undefined): Point[] {
  const steps: Point[] = [];
  for (const point of completed) {
    const best = steps.at(-1);
    if (!best || (direction === 'minimise' ? point.y < best.y : point.y > best.y)) steps.push(point);
  }
  const end = steps.at(-1);
  return end && last !== undefined && last > end.x ? [...steps, { x: last, y: end.y }] : steps;
}
