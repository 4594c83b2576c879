import { Worker } from 'node:worker_threads';
import type { JudgeRequest } from './create-judge.ts';
import type { Drawn } from './drawn.ts';
import type { Said } from './worker.ts';

export type Result = Omit<Extract<Said, { type: 'result' }>, 'type'>;

export interface Evaluator {
  submit: (drawn: Drawn) => void;
  /** What was submitted and is not done yet, oldest first. */
  waiting: () => readonly Drawn[];
  /** Results that nobody took yet, in step order. */
  take: () => Result[];
  /** Resolves when something is done, or after so many ms. Rejects when the thread has failed. */
  progress: (atMostMs: number) => Promise<void>;
  close: () => Promise<void>;
}

/** Starts the thread that measures what is drawn, beside the training and at a lower priority. */
export function startEvaluator(request: JudgeRequest, say: (line: string) => void): Evaluator {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: request });
  worker.unref();
  const waiting: Drawn[] = [];
  const results: Result[] = [];
  let failure: Error | undefined;
  let wake: (() => void)[] = [];
  const tell = () => {
    for (const resolve of wake.splice(0)) resolve();
  };
  worker.on('message', (said: Said) => {
    if (said.type === 'line') return say(said.line);
    const { type: _, ...result } = said;
    waiting.shift();
    results.push(result);
    tell();
  });
  worker.on('error', (error) => {
    failure = error;
    tell();
  });
  return {
    submit: (drawn) => {
      waiting.push(drawn);
      worker.postMessage(drawn);
    },
    waiting: () => waiting,
    take: () => results.splice(0),
    progress: async (atMostMs) => {
      if (!failure) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, atMostMs);
          wake.push(() => {
            clearTimeout(timer);
            resolve();
          });
        });
      }
      wake = [];
      if (failure) throw failure;
    },
    close: async () => void (await worker.terminate()),
  };
}
