import { fileURLToPath } from 'node:url';
import type { EarlyStopping, Objective } from '@duality/shared';
import { bracketOfTrial } from '../../scheduler/early-stopping/hyperband.ts';
import { type PythonProcess, startPython } from '../python.ts';

const script = fileURLToPath(new URL('../../../../../tests/bench/sweep/optuna_beside.py', import.meta.url));

/** Trials side by side, and each time when one is judged. */
export interface ReplayRequest {
  rule: EarlyStopping;
  direction: Objective['direction'];
  trials: number;
  /** Of a whole trial. */
  steps: number;
  /** Steps between reports. */
  every: number;
  slots: number;
  seed: number;
}

/** A report of a trial and what was decided on it. */
export type ReplayEvent = [trial: number, step: number, value: number | null, isStopped: boolean];

/** Optuna in a process of its own. */
export interface Optuna {
  version: string;
  /** The least value of each seed. */
  search: (problem: string, trials: number, seeds: number) => Promise<number[]>;
  replay: (request: ReplayRequest) => Promise<ReplayEvent[]>;
  /** The share of each parameter by fANOVA, for each seed; the value is last in each trial. */
  importance: (ranges: [number, number][], trials: number[][], seeds: number) => Promise<number[][]>;
  stop: () => Promise<void>;
}

/** @returns what is missing, in one sentence, where Optuna does not start */
export async function startOptuna(python?: string): Promise<Optuna | string> {
  const process = await startPython(python, [script]);
  return typeof process === 'string' ? process : speakTo(process);
}

const speakTo = ({ hello, ask, stop }: PythonProcess): Optuna => ({
  version: hello.version as string,
  search: async (problem, trials, seeds) => {
    const { best } = (await ask({ search: { problem, trials, seeds } })) as { best: number[] };
    return best;
  },
  replay: async (request) => {
    const replay = { ...request, brackets: bracketsOf(request) };
    const { events } = (await ask({ replay })) as { events: ReplayEvent[] };
    return events;
  },
  importance: async (ranges, trials, seeds) => {
    const { shares } = (await ask({ importance: { ranges, trials, seeds } })) as { shares: number[][] };
    return shares;
  },
  stop,
});

/** Optuna chooses brackets by a hash of names, so it is told ours. */
const bracketsOf = ({ rule, trials, steps }: ReplayRequest) =>
  rule.rule === 'hyperband' ? Array.from({ length: trials }, (_, number) => bracketOfTrial(rule, steps, number)) : null;
