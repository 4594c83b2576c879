import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  ArgumentError,
  configure,
  type EngineChoice,
  ExplainedError,
  getPreset,
  parseAssignment,
  presets,
  type Run,
} from '@duality/shared';
import type { Store } from '@duality/shared/store';
import { listEngines } from '../engine/engine.ts';
import { failLostRuns } from '../scheduler/reap.ts';
import { collectOverrides, parseArguments, parseEngine, parseName, parseWhole } from './arguments.ts';
import { callersFolder } from './door.ts';
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

export interface RunPlan {
  storeFile: string;
  json: boolean;
  /** Makes or takes the run, once the store is open. */
  prepare: (store: Store) => Run;
}

const holder = `foreground ${process.pid}`;

/** Reads the arguments and refuses what is wrong with them, without touching anything. */
export function planRun(args: string[]): RunPlan {
  const { values, positionals } = parseArguments(args, options, usage);
  const storeFile = findStoreFile(values.store);
  const json = values.json === true;
  if (values.claimed !== undefined) {
    const runId = parseWhole('claimed', values.claimed, 1);
    return { storeFile, json, prepare: (store) => store.run.get(runId) };
  }
  const steps = values.steps === undefined ? undefined : parseWhole('steps', values.steps, 1);
  const prepare =
    values.resume === undefined ? planNew(values, positionals, steps) : planResume(values, positionals, steps);
  if (values.resume !== undefined && !existsSync(storeFile)) {
    throw new ArgumentError(
      `--resume ${values.resume}: there is no store ${storeFile}; name another with --store FILE`,
    );
  }
  return { storeFile, json, prepare };
}

function planNew(values: Values, [name, ...others]: string[], steps: number | undefined): RunPlan['prepare'] {
  if (!name || others.length > 0) {
    throw new ArgumentError(`name one preset: ${presets.map((preset) => preset.name).join(', ')}\nUsage: ${usage}`);
  }
  const seed = values.seed === undefined ? undefined : parseWhole('seed', values.seed, 0);
  const config = configure(getPreset(name), collectOverrides((values.set ?? []).map(parseAssignment), { steps, seed }));
  const engine = parseEngine(values.engine);
  refuseMissing(engine);
  const request = { preset: name, config, engine, ...(values.name !== undefined && { name: parseName(values.name) }) };
  const dataDir = values.data === undefined ? null : resolve(callersFolder(), values.data);
  return (store) => store.run.begin(request, holder, dataDir);
}

function planResume(values: Values, positionals: string[], steps: number | undefined): RunPlan['prepare'] {
  const runId = parseWhole('resume', values.resume ?? '', 1);
  const fixed = ['set', 'seed', 'name', 'engine', 'data'] as const;
  const given = [
    ...positionals,
    ...fixed.filter((option) => values[option] !== undefined).map((option) => `--${option}`),
  ];
  if (given.length > 0) {
    throw new ArgumentError(
      `--resume goes on with the run as it was; leave out ${given.join(', ')}, or start a new run`,
    );
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

/** Before there is a run that could only fail. */
function refuseMissing(choice: EngineChoice): void {
  const problem = listEngines().find(({ engine }) => engine === choice)?.problem;
  if (problem) throw new ExplainedError(`the engine "${choice}" cannot run here: ${problem}`);
}
