import {
  configOfPoint,
  findConfigProblems,
  type SearchPoint,
  type Sweep,
  type SweepRequest,
  type Trial,
} from '@duality/shared';
import type { Store } from '@duality/shared/store';
import { strategies } from '../strategies/strategies.ts';
import { observe } from './observe.ts';

export interface Proposing {
  store: Store;
  holder: string;
  say: (line: string) => void;
}

/** Adds trials until as many wait as `free` slots could take. Answers whether nothing is left to propose. */
export function propose(by: Proposing, sweep: Sweep, free: number, now: number): boolean {
  const { request } = sweep;
  for (;;) {
    const trials = by.store.sweep.trial.list(sweep.id);
    if (isSpent(sweep, trials.length, now)) return true;
    const waiting = trials.filter(({ state }) => state === 'queued').length;
    const active = waiting + trials.filter(({ state }) => state === 'running').length;
    if (request.place ? isEnoughElsewhere(request, waiting, active) : isEnoughHere(request, waiting, active, free)) {
      return false;
    }
    const observations = observe(trials);
    const { space, objective, strategySeed: seed, strategy } = request;
    const params = strategies[strategy]({ space, direction: objective.direction, seed, observations });
    if (!params) return true;
    addPoint(by, sweep, { point: observations.length, params, trialsBefore: trials.length });
  }
}

const isEnoughHere = ({ concurrency }: SweepRequest, waiting: number, active: number, free: number): boolean =>
  waiting >= free || active >= (concurrency ?? Number.POSITIVE_INFINITY);

/** A cluster has a queue of its own, and sees to how many run at once. One that learns from its trials proposes no more than that. */
function isEnoughElsewhere({ strategy, concurrency }: SweepRequest, waiting: number, active: number): boolean {
  return strategy === 'tpe' ? active >= (concurrency ?? waitingLearners) : waiting >= mostWaiting;
}

const waitingLearners = 8;
/** Of one sweep. */
const mostWaiting = 500;

function isSpent({ request, startedAt }: Sweep, trials: number, now: number): boolean {
  const { trials: most = Number.POSITIVE_INFINITY, minutes = Number.POSITIVE_INFINITY } = request.budget;
  return trials >= most || (startedAt !== null && now - startedAt > minutes * 60_000);
}

interface NewPoint {
  point: number;
  params: SearchPoint;
  /** How many trials the sweep has without it. */
  trialsBefore: number;
}

function addPoint(by: Proposing, sweep: Sweep, { point, params, trialsBefore }: NewPoint): void {
  const { request } = sweep;
  const most = (request.budget.trials ?? Number.POSITIVE_INFINITY) - trialsBefore;
  const base = configOfPoint(request, params);
  const runs = request.seeds.slice(0, most).map((seed, i) => ({
    preset: String(params.preset ?? request.preset),
    name: `${request.name} · ${trialsBefore + 1 + i}`,
    experiment: request.experiment ?? request.name,
    engine: request.engine,
    place: request.place,
    config: { ...base, seed },
  }));
  const added = by.store.sweep.trial.add({ sweepId: sweep.id, point, params, runs });
  by.say(`Sweep ${sweep.id} proposes ${describePoint(params)}: trial ${added.map((one) => one.number).join(', ')}`);
  const [problem] = findConfigProblems(base);
  if (problem) for (const one of added) refuse(by, one, `${problem.key}: ${problem.message}`);
}

/** Values that each are allowed and do not go together: the trial is there and says why it failed. */
function refuse({ store, holder }: Proposing, { id, runId }: Trial, problem: string): void {
  if (runId === null) return;
  store.run.take(runId, holder);
  store.run.end(runId, 'failed', problem);
  store.sweep.trial.settle(id, null);
}

const describePoint = (params: SearchPoint) =>
  Object.entries(params)
    .map(([key, value]) => `${key} ${value}`)
    .join(', ');
