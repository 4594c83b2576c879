import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import {
  ArgumentError,
  configure,
  datasetDescriptions,
  getPreset,
  parseAssignment,
  presets,
  type Run,
  type RunRequest,
} from '@duality/shared';
import type { Order } from '@duality/shared/exchange';
import type { Store } from '@duality/shared/store';
import { failLostRuns } from '../scheduler/reap.ts';
import type { CarryTarget } from '../worker/carry-target.ts';
import {
  collectOverrides,
  parseArguments,
  parseEngine,
  parseExperiment,
  parseName,
  parseTag,
  parseWhole,
} from './arguments.ts';
import { callersFolder } from './door.ts';
import { planAway } from './plan-away.ts';
import { refuseMissing } from './refuse-missing.ts';
import { type Asked, refuseChanges, refuseDiverged } from './refuse-resume.ts';
import { findStoreFile } from './store-file.ts';

const usage =
  'npm run train -- PRESET [--set key=value …] [--steps N] [--seed N] [--name TEXT] [--experiment NAME] [--tag TAG …] [--store FILE] [--engine NAME] ' +
  '[--data DIR] [--json] [--offline DIR | --hub URL [--key FILE]], or --resume RUN_ID [--steps N], or --clone RUN_ID [--at STEP] [--set key=value …]';

const options = {
  set: { type: 'string', multiple: true },
  steps: { type: 'string' },
  seed: { type: 'string' },
  name: { type: 'string' },
  experiment: { type: 'string' },
  tag: { type: 'string', multiple: true },
  store: { type: 'string' },
  engine: { type: 'string' },
  data: { type: 'string' },
  json: { type: 'boolean' },
  resume: { type: 'string' },
  clone: { type: 'string' },
  at: { type: 'string' },
  offline: { type: 'string' },
  hub: { type: 'string' },
  key: { type: 'string' },
  /** A run that a scheduler has claimed for this process. */
  claimed: { type: 'string' },
} as const;

type Values = ReturnType<typeof parseArguments<typeof options>>['values'];

export interface RunPlan {
  /** Instead of in a store: where the run's folder lies, and what is wanted of it unless that stands there. */
  away?: { target: CarryTarget; uid: string; order: Order | null };
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
  if (values.offline !== undefined || values.hub !== undefined) {
    const away = planAway(values, values.resume === undefined ? newOrder(readAsked(values, positionals)) : null);
    return { storeFile, json, away, prepare: refuseStore };
  }
  if (values.key !== undefined) throw new ArgumentError('--key: goes with --hub URL');
  const prepare = choosePlan(values, readAsked(values, positionals), positionals);
  for (const option of ['resume', 'clone'] as const) {
    if (values[option] === undefined || existsSync(storeFile)) continue;
    throw new ArgumentError(
      `--${option} ${values[option]}: there is no store ${storeFile}; name another with --store FILE`,
    );
  }
  return { storeFile, json, prepare };
}

function choosePlan(values: Values, asked: Asked, presetNames: string[]): RunPlan['prepare'] {
  const { resume, clone, at } = values;
  if (resume !== undefined && clone !== undefined) throw new ArgumentError('give --resume or --clone, not both');
  if (at !== undefined && clone === undefined) throw new ArgumentError('--at: goes with --clone RUN_ID');
  if (clone !== undefined) return planClone(parseWhole('clone', clone, 1), at, asked);
  if (resume !== undefined) return planResume(parseWhole('resume', resume, 1), asked);
  if (presetNames.length === 1) return planNew(asked);
  throw new ArgumentError(`name one preset: ${presets.map((preset) => preset.name).join(', ')}\nUsage: ${usage}`);
}

/** What the arguments say of the run, each in its own words but not yet held against anything. */
function readAsked(values: Values, [preset, second]: string[]): Asked {
  if (second !== undefined) throw new ArgumentError(`name one preset, not ${preset} and ${second}\nUsage: ${usage}`);
  const steps = values.steps === undefined ? undefined : parseWhole('steps', values.steps, 1);
  const seed = values.seed === undefined ? undefined : parseWhole('seed', values.seed, 0);
  return {
    config: collectOverrides((values.set ?? []).map(parseAssignment), { steps, seed }),
    preset,
    name: values.name === undefined ? undefined : parseName(values.name),
    experiment: values.experiment === undefined ? undefined : parseExperiment(values.experiment),
    tags: values.tag?.map(parseTag),
    engine: values.engine === undefined ? undefined : parseEngine(values.engine),
    dataDir: values.data === undefined ? undefined : resolve(callersFolder(), values.data),
  };
}

function planNew(asked: Asked): RunPlan['prepare'] {
  const request = requestOf(asked);
  return (store) => store.manage.begin(request, holder, asked.dataDir ?? null);
}

function requestOf({
  preset = '',
  config: overrides,
  name,
  experiment,
  tags,
  engine: wish,
  dataDir,
}: Asked): RunRequest {
  const config = configure(getPreset(preset), overrides);
  if (datasetDescriptions[config.dataset].needsFolder && dataDir === undefined) {
    throw new ArgumentError(`--data: the data set "${config.dataset}" is read from a folder; name it with --data DIR`);
  }
  const engine = parseEngine(wish);
  refuseMissing(engine);
  return { preset, config, engine, name, experiment, tags };
}

/** A new run that no store knows yet. */
function newOrder(asked: Asked): Order {
  const { preset, config, engine, name, experiment = 'default', tags = [] } = requestOf(asked);
  return {
    ...{ version: 1, uid: randomBytes(16).toString('hex'), preset, config, experiment, tags, notes: '' },
    ...{ name: name ?? `${preset} · seed ${config.seed}`, dataDir: asked.dataDir ?? null, requestedEngine: engine },
    ...{ engine: null, place: { kind: 'offline', host: hostname() }, createdAt: Date.now(), parent: null },
  };
}

const refuseStore = (): never => {
  throw new Error('a run that is trained away from its store');
};

function planResume(runId: number, asked: Asked): RunPlan['prepare'] {
  return (store) => {
    failLostRuns(store);
    const run = store.run.get(runId);
    if (run.place) throw new ArgumentError(`--resume ${runId}: it ${describeElsewhere(run.place)}`);
    const { steps } = refuseChanges(run, asked);
    refuseDiverged(store, run);
    const { config, lastStep, status } = run;
    if (status === 'completed' && Math.max(steps ?? 0, config.steps) <= lastStep) {
      throw new ArgumentError(`run ${runId} is complete at step ${lastStep}; add --steps N to go further`);
    }
    store.run.take(runId, holder);
    if (steps !== undefined) store.run.extend(runId, Math.max(steps, lastStep));
    return store.run.get(runId);
  };
}

function planClone(runId: number, at: string | undefined, { preset, ...asked }: Asked): RunPlan['prepare'] {
  const step = at === undefined ? undefined : parseWhole('at', at, 1);
  if (preset !== undefined)
    throw new ArgumentError(`--clone ${runId}: keeps the preset of the run; leave out ${preset}`);
  if (asked.engine) refuseMissing(asked.engine);
  return (store) => store.manage.clone({ runId, at: step, ...asked }, holder);
}

const describeElsewhere = (place: NonNullable<Run['place']>): string =>
  place.kind === 'slurm'
    ? 'trains on a Slurm cluster; resume it in the dashboard'
    : `was trained offline on ${place.host}; resume it there, with --offline DIR --resume UID`;
