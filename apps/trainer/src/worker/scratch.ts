import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Run } from '@duality/shared';
import { atRest, createRunImport, type Order, stateName } from '@duality/shared/exchange';
import { checkpointFile, checkpointFolder, openStore, type Store } from '@duality/shared/store';

/** A store on the worker's own disk in which the run stands as the workers before it left it. */
export function createScratch(file: string, order: Order, folder: string): { store: Store; run: Run } {
  const store = openStore(file);
  const { version, place, parent, ...run } = order;
  const step = parent?.step ?? 0;
  const runId = store.arrival.addRun({ ...atRest, ...run, parentStep: parent?.step ?? null, lastStep: step }) as number;
  if (parent) addParent(store, order, parent, folder);
  if (parent) store.arrival.setParent(runId, parent.uid);
  const earlier = createRunImport(store, runId, folder, 0);
  while (earlier.take());
  copyPending(join(folder, stateName('')), checkpointFolder(store, runId));
  if (store.run.get(runId).status === 'running') store.run.end(runId, 'stopped', null);
  store.run.take(runId, `worker ${process.pid}`);
  return { store, run: store.run.get(runId) };
}

/** As far as a clone looks at it: its config, and the checkpoint it starts from. */
function addParent(store: Store, order: Order, parent: NonNullable<Order['parent']>, folder: string): void {
  const { name, experiment, preset, dataDir, requestedEngine, engine, createdAt, tags, notes } = order;
  const same = { name, experiment, preset, dataDir, requestedEngine, engine, createdAt, tags, notes };
  const { uid, config, step, bytes, sha256 } = parent;
  const runId = store.arrival.addRun({ ...atRest, ...same, uid, config, lastStep: step }) as number;
  const file = checkpointFile(store, runId, step);
  mkdirSync(dirname(file), { recursive: true });
  copyFileSync(join(folder, stateName('parent.safetensors')), file);
  store.checkpoint.add({ runId, step, bytes, sha256 });
}

/** What was drawn for evaluations that nobody has measured. */
function copyPending(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (/^evaluation-\d+\.safetensors$/.test(name)) copyFileSync(join(from, name), join(to, name));
  }
}
