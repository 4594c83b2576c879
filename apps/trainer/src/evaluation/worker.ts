import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { createJudge, type JudgeRequest } from './create-judge.ts';
import { estimateFromScores } from './critic-estimate.ts';
import type { Drawn } from './drawn.ts';
import type { Judge } from './judge.ts';

/** What the thread says. */
export type Said =
  | { type: 'line'; line: string }
  | ({ type: 'result'; step: number; floors: Judge['floors'] } & Awaited<ReturnType<Judge['measure']>>);

const port = parentPort as NonNullable<typeof parentPort>;
const say = (message: Said) => port.postMessage(message);

// On Linux this is for the calling thread alone: training comes first, and takes what it needs of the cores.
if (process.platform === 'linux') setPriority(10);

const judge = createJudge(workerData as JudgeRequest, (line) => say({ type: 'line', line }));
judge.catch(() => {}); // the first evaluation throws it

let last: Promise<void> = Promise.resolve();
port.on('message', (drawn: Drawn) => {
  last = last.then(async () => {
    const { floors, measure } = await judge;
    const { step, realScores, fakeScores } = drawn;
    const measured = await measure(drawn);
    const estimates = {
      'eval.criticEstimate': estimateFromScores(realScores, fakeScores, step),
      ...measured.estimates,
    };
    say({ type: 'result', step, floors, ...measured, estimates });
  });
});
