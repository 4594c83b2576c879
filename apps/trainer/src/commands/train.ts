import { resolve } from 'node:path';
import { ArgumentError, configure, getPreset, parseAssignment, type Run } from '@duality/shared';
import { openStore, type Store } from '@duality/shared/store';
import { type Outcome, runOnce } from '../run-once.ts';
import { failLostRuns } from '../scheduler/reap.ts';
import { collectOverrides, parseArguments, parseEngine, parseWhole } from './arguments.ts';
import { callersFolder } from './door.ts';
import { jsonProgress, type Progress, textProgress } from './progress.ts';
import { findStoreFile } from './store-file.ts';

const usage =
  'npm run train -- PRESET [--set key=value …] [--steps N] [--seed N] [--name TEXT] [--store FILE] [--engine NAME] ' +
  '[--data DIR] [--json], or npm run train -- --resume RUN_ID [--steps N]';

const options = {
  set: { type: 'string', multiple: true },
  steps: { type: 'string' },
  seed: { type: 'string' },
  name: { type: 'string' },
  store: { type: 'string' },
  engine: { type: 'string' },
  data: { type: 'string' },
  json: { type: 'boolean' },
  resume: { type: 'string' },
  /** A run that a scheduler has claimed for this process. */
  claimed: { type: 'string' },
} as const;

type Values = ReturnType<typeof parseArguments<typeof options>>['values'];

/** One run in this process: a new one of a preset, one to go on with, or one that a scheduler claimed. */
export async function trainCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, options, usage);
  const prepare = planRun(values, positionals); // before the store: bad arguments leave no trace
  const store = openStore(findStoreFile(values.store));
  try {
    const run = prepare(store);
    return finish(
      run,
      await trainShown(store, run, values.json ? jsonProgress() : textProgress()),
      values.json === true,
    );
  } finally {
    store.close();
  }
}

/** Checks the arguments; the run itself is made or taken when the store is open. */
function planRun(values: Values, positionals: string[]): (store: Store) => Run {
  const steps = values.steps === undefined ? undefined : parseWhole('steps', values.steps, 1);
  if (values.claimed !== undefined) {
    const runId = parseWhole('claimed', values.claimed, 1);
    return (store) => store.run.get(runId);
  }
  if (values.resume !== undefined) return planResume(values, positionals, steps);
  const [name, ...others] = positionals;
  if (!name || others.length > 0) throw new ArgumentError(`name one preset\nUsage: ${usage}`);
  const seed = values.seed === undefined ? undefined : parseWhole('seed', values.seed, 0);
  const assignments = (values.set ?? []).map(parseAssignment);
  const config = configure(getPreset(name), collectOverrides(assignments, { steps, seed }));
  const request = {
    preset: name,
    config,
    engine: parseEngine(values.engine),
    ...(values.name ? { name: values.name } : {}),
  };
  const dataDir = values.data === undefined ? null : resolve(callersFolder(), values.data);
  return (store) => store.run.begin(request, holder, dataDir);
}

function planResume(values: Values, positionals: string[], steps: number | undefined): (store: Store) => Run {
  const runId = parseWhole('resume', values.resume ?? '', 1);
  const changed = ['set', 'seed', 'name', 'engine', 'data'].filter(
    (option) => values[option as keyof Values] !== undefined,
  );
  if (changed.length > 0 || positionals.length > 0) {
    const what = [...positionals, ...changed.map((option) => `--${option}`)].join(', ');
    throw new ArgumentError(`--resume goes on with the run as it was; leave out ${what}, or start a new run`);
  }
  return (store) => {
    failLostRuns(store);
    const { config, lastStep } = store.run.get(runId);
    if ((steps ?? config.steps) <= lastStep && lastStep >= config.steps) {
      throw new ArgumentError(`run ${runId} is complete at step ${lastStep}; add --steps N to go further`);
    }
    store.run.take(runId, holder);
    if (steps !== undefined) store.run.extend(runId, Math.max(steps, lastStep));
    return store.run.get(runId);
  };
}

const holder = `foreground ${process.pid}`;

async function trainShown(store: Store, run: Run, progress: Progress): Promise<Outcome> {
  let stopAt: number | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    // A second Ctrl-C ends at once. Not one that comes with the first: npm passes on what the terminal has sent too.
    if (signal === 'SIGINT' && stopAt !== undefined && performance.now() - stopAt > 1000) process.exit(130);
    stopAt ??= performance.now();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  try {
    return await runOnce(store, run, {
      isStopping: () => stopAt !== undefined,
      onStart: (engine, firstStep) => progress.start(run, engine, firstStep),
      onStep: progress.step,
    });
  } finally {
    progress.close();
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}

function finish(run: Run, { status, reason, step }: Outcome, asJson: boolean): number {
  if (asJson) console.log(JSON.stringify({ type: 'done', runId: run.id, status, step, ...(reason ? { reason } : {}) }));
  if (status === 'failed') console.error(`run ${run.id} failed: ${reason}`);
  else if (status === 'stopped')
    console.error(`Stopped at step ${step}, checkpoint saved; go on with: npm run train -- --resume ${run.id}`);
  else if (!asJson) console.log(`Run ${run.id} is complete at step ${step}.`);
  return status === 'completed' ? 0 : status === 'stopped' ? 130 : 1;
}
