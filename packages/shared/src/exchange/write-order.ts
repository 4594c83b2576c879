import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ExplainedError } from '../domain/errors.ts';
import type { Place } from '../domain/place.ts';
import type { Run } from '../domain/run.ts';
import { checkpointFile } from '../store/checkpoint.ts';
import type { Store } from '../store/index.ts';
import { copyWhole } from './copy-whole.ts';
import type { Order } from './order.ts';
import { orderName, stateName, stopName } from './run-folder.ts';

/** Puts what is wanted of a run into its folder; a worker finds all of it or the order before. */
export function writeOrder(store: Store, run: Run & { place: Place }, folder: string): void {
  const order = orderOf(store, run);
  mkdirSync(join(folder, dirname(stateName('x'))), { recursive: true });
  const parentFile = join(folder, stateName('parent.safetensors'));
  if (run.parent && order.parent && !existsSync(parentFile)) {
    copyWhole(checkpointFile(store, run.parent.runId, run.parent.step), parentFile);
  }
  rmSync(join(folder, stopName), { force: true });
  const text = JSON.stringify(order, null, 2);
  const file = join(folder, orderName);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  writeFileSync(`${file}.part`, text);
  renameSync(`${file}.part`, file);
}

export function orderOf(store: Store, run: Run & { place: Place }): Order {
  const { uid, name, experiment, tags, notes, preset, config, dataDir, requestedEngine, engine, place, createdAt } =
    run;
  const rest = {
    uid,
    name,
    experiment,
    tags,
    notes,
    preset,
    config,
    dataDir,
    requestedEngine,
    engine,
    place,
    createdAt,
  };
  return { version: 1, ...rest, parent: startsFromParent(store, run) ? parentOf(store, run.parent) : null };
}

/** A clone that has a checkpoint of its own needs its parent's no more. */
const startsFromParent = (store: Store, run: Run): run is Run & { parent: NonNullable<Run['parent']> } =>
  run.parent !== null && store.checkpoint.list(run.id).length === 0;

function parentOf(store: Store, { runId, step }: NonNullable<Run['parent']>): Order['parent'] {
  const parent = store.run.get(runId);
  const record = store.checkpoint.list(runId).find((one) => one.step === step);
  if (!record) {
    throw new ExplainedError(`run ${runId} has no checkpoint of step ${step} any more; clone another one`);
  }
  return { uid: parent.uid, step, config: parent.config, bytes: record.bytes, sha256: record.sha256 };
}
