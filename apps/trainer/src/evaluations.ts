import { fileURLToPath } from 'node:url';
import { type Estimate, isEvaluationStep, type Run } from '@duality/shared';
import type { Store } from '@duality/shared/store';
import { checkpointFolder } from './checkpoint-file.ts';
import type { Dataset } from './data/sample-set.ts';
import { createEvaluationDraw } from './evaluation/draw.ts';
import type { Drawn } from './evaluation/drawn.ts';
import { type Evaluator, type Result, startEvaluator } from './evaluation/evaluator.ts';
import { forgetPending, keepPending, takePending } from './evaluation/pending.ts';
import type { Gan } from './gan/gan.ts';

/** One for all stores: what is learnt of a data set depends on nothing else. */
const cacheFolder = fileURLToPath(new URL('../../../.duality/classifiers', import.meta.url));

/** More drawn than this, and training waits. */
const mostWaiting = 4;
const lookEveryMs = 200;

interface Needed {
  store: Store;
  run: Run;
  gan: Gan;
  data: Dataset;
  /** The last step that this run itself has done. */
  step: number;
  log: (level: 'info' | 'warning', message: string) => void;
  isStopping: () => boolean;
  /** `floors` where they are known anew. */
  onResult: (step: number, values: Record<string, number>, floors: Record<string, number>) => void;
}

/**
 * Evaluations of a run: drawn on its cadence, measured in a thread beside it, and recorded at the step they were drawn
 * at. What a checkpoint finds unmeasured is kept beside it, so that a resumed run has the evaluations of one that never
 * stopped. When measuring fails the run goes on without.
 */
export function createEvaluations({ store, run, gan, data, step, log, isStopping, onResult }: Needed) {
  const { config, id } = run;
  const folder = checkpointFolder(store, id);
  const isDue = (at: number) => isEvaluationStep(at, config.evaluateEvery, config.steps);
  const drawing = createEvaluationDraw(config, gan, data);
  const kept = new Set<number>();
  const isEver = isDue(config.steps);
  let evaluator = isEver ? start() : undefined;

  function start() {
    const request = { dataset: config.dataset, data, seed: config.seed, cacheFolder };
    return startEvaluator(request, (line) => log('info', line));
  }
  /** An evaluation that fails must not cost the training. */
  const attempt = async (work: (running: Evaluator) => Promise<void>): Promise<void> => {
    if (!evaluator) return;
    try {
      await work(evaluator);
    } catch (error) {
      log('warning', `evaluations end here: ${error instanceof Error ? error.message : error}`);
      if (process.env.DUALITY_DEBUG) console.error(error);
      await evaluator.close();
      evaluator = undefined;
    }
  };
  const record = (): void => {
    for (const result of evaluator?.take() ?? []) recordOne(result);
  };
  const recordOne = ({ step, estimates, floors, detail, neighbours }: Result): void => {
    const values = valuesOf(estimates);
    store.evaluation.add(id, { step, estimates, floors, detail, neighbours });
    store.metric.append(id, step, values);
    if (kept.delete(step)) forgetPending(folder, step);
    onResult(step, values, valuesOf(floors ?? {}));
  };
  const keepOne = (drawn: Drawn): void => {
    if (kept.has(drawn.step)) return;
    kept.add(drawn.step);
    keepPending(folder, drawn);
  };
  /** Before a checkpoint: keeps what would be lost with the process. */
  const keep = (): void => {
    for (const drawn of evaluator?.waiting() ?? []) keepOne(drawn);
  };
  const untilAtMost = async (running: Evaluator, count: number): Promise<void> => {
    while (running.waiting().length > count && !isStopping()) {
      await running.progress(lookEveryMs);
      record();
    }
  };
  const submit = async (running: Evaluator, drawn: Drawn): Promise<void> => {
    await untilAtMost(running, mostWaiting - 1);
    if (running.waiting().length < mostWaiting) running.submit(drawn);
    else keepOne(drawn); // the run is to stop
  };
  const measure = (at: number) => attempt(async (running) => submit(running, await drawing.draw(at)));

  return {
    /** Takes up what the run left when it ended last. */
    begin: async (): Promise<void> => {
      for (const drawn of takePending(folder, step)) {
        kept.add(drawn.step);
        await attempt((running) => submit(running, drawn));
      }
      if (isDue(step) && !kept.has(step)) await measure(step); // it may have ended before that was recorded
    },
    /** After each step: draws when it is due, and records what has been measured meanwhile. */
    follow: async (at: number, isCheckpoint: boolean): Promise<void> => {
      if (isDue(at)) await measure(at);
      record();
      if (isCheckpoint) keep();
    },
    keep,
    /** At the end: waits for what is not measured yet, unless the run is to stop. Says whether all is measured. */
    finish: async (): Promise<boolean> => {
      await attempt((running) => untilAtMost(running, 0));
      record();
      return !evaluator || (kept.size === 0 && evaluator.waiting().length === 0);
    },
    close: async (): Promise<void> => {
      drawing.dispose();
      await evaluator?.close();
    },
  };
}

const valuesOf = (estimates: Record<string, Estimate>): Record<string, number> =>
  Object.fromEntries(Object.entries(estimates).map(([name, { value }]) => [name, value]));
