import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RunId } from '../domain/run.ts';
import { checkpointFile } from '../store/checkpoint.ts';
import type { Store } from '../store/index.ts';
import { copyWhole } from './copy-whole.ts';
import type { Record } from './record.ts';
import { checkpointName, stateName } from './run-folder.ts';

interface Target {
  store: Store;
  runId: RunId;
  /** The run's folder. */
  folder: string;
}

type Kind = Record['kind'];
type Of<K extends Kind> = Extract<Record, { kind: K }>;

/** Does to the store what the worker did to its own. All of it in one transaction of the caller's. */
export function applyRecords(target: Target, records: readonly Record[]): void {
  const { store, runId } = target;
  for (let i = 0; i < records.length; ) {
    const steps: Of<'metrics'>[] = [];
    for (let one = records[i]; one?.kind === 'metrics'; one = records[++i]) steps.push(one);
    store.metric.appendMany(runId, steps);
    const other = records[i];
    if (other === undefined) continue;
    if (other.kind !== 'metrics') (appliers[other.kind] as (to: Target, record: Record) => void)(target, other);
    i++;
  }
}

const appliers: { [K in Exclude<Kind, 'metrics'>]: (to: Target, record: Of<K>) => void } = {
  log: ({ store, runId }, { level, message, at }) => store.log.add(runId, level, message, at),
  grid: ({ store, runId }, { kind, at, png, ...grid }) =>
    store.sampleGrid.add({ ...grid, runId, png: Buffer.from(png, 'base64') }, at),
  evaluation: ({ store, runId }, { kind, at, neighbours, ...found }) => {
    const picture = neighbours === undefined ? undefined : Buffer.from(neighbours, 'base64');
    store.evaluation.add(runId, { ...found, neighbours: picture }, at);
  },
  alert: ({ store, runId }, { kind, at, ...alert }) => store.alert.raise({ ...alert, runId }, at),
  alertEnd: ({ store, runId }, { rule, step }) => store.alert.end(runId, rule, step),
  rewind: ({ store, runId }, { step }) => store.alert.rewind(runId, step),
  checkpoint: ({ store, runId, folder }, { step, bytes, sha256, at }) => {
    if (!copyIfThere(join(folder, stateName(checkpointName(step))), checkpointFile(store, runId, step))) return;
    store.checkpoint.add({ runId, step, bytes, sha256 }, at);
  },
  forget: ({ store, runId }, { steps }) =>
    store.checkpoint.forget(runId, steps, (step) => rmSync(checkpointFile(store, runId, step), { force: true })),
  engine: ({ store, runId }, { report }) => store.run.setEngine(runId, report),
  begin: ({ store, runId }, { host, at }) => store.job.begin(runId, host, at),
  yield: ({ store, runId }, { reason, at }) => {
    store.log.add(runId, 'info', reason, at);
    store.job.wait(runId);
  },
  end: ({ store, runId }, { status, reason, at }) => store.job.end(runId, status, reason, at),
};

/** Says whether there was a file to copy; one that is gone has been followed by a newer one. */
function copyIfThere(from: string, to: string): boolean {
  mkdirSync(dirname(to), { recursive: true });
  try {
    copyWhole(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return false;
  }
}
