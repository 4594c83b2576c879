import { ConflictError, ExplainedError, metricColumns, runColumns } from '@duality/shared';
import { openTable, type TableFile } from '@duality/shared/export';
import type { PointCounts, Store } from '@duality/shared/store';
import { pointColumns } from './gather-points.ts';
import { importMetrics } from './import-metrics.ts';
import { arrivingColumns, importRuns, type RunCounts } from './import-runs.ts';

export interface ImportCounts {
  runs: RunCounts;
  points: PointCounts;
}

/** A file whose content is known; `unknown` are columns that nothing here reads. */
export interface OpenedFile {
  file: string;
  kind: 'runs' | 'metrics';
  table: TableFile;
  unknown: string[];
}

const kinds = {
  runs: { all: runColumns, read: arrivingColumns, mark: 'config_json', needed: [] as string[] },
  // A value may be missing in a row, but not in all of them.
  metrics: { all: metricColumns, read: pointColumns, mark: 'step', needed: ['value'] },
};

/** Recognises by the columns what a file holds; throws where one is missing. */
export async function openFile(file: string): Promise<OpenedFile> {
  const table = await openTable(file);
  const kind = (['runs', 'metrics'] as const).find((name) => table.names.includes(kinds[name].mark));
  if (!kind) {
    throw new ExplainedError(`${file}: holds neither runs (no column config_json) nor metrics (no column step)`);
  }
  const { all, read, needed } = kinds[kind];
  const missing = read.filter(
    ({ name, nullable }) => (!nullable || needed.includes(name)) && !table.names.includes(name),
  );
  if (missing.length > 0) {
    throw new ExplainedError(
      `${file}: has no column ${missing.map(({ name }) => name).join(', ')}, as ${kind} must have`,
    );
  }
  return { file, kind, table, unknown: table.names.filter((name) => !all.some((column) => column.name === name)) };
}

/** Takes in all that the files hold, in one transaction: when one of them is wrong, nothing of any is kept. */
export function importFiles(store: Store, files: readonly OpenedFile[]): Promise<ImportCounts> {
  const counts: ImportCounts = { runs: { new: 0, known: 0 }, points: { new: 0, changed: 0, unchanged: 0 } };
  return store.arrival.together(async () => {
    const onSlice = yieldToTrainers(store);
    const clones: { runId: number; parentUid: string }[] = [];
    for (const { file, table } of files.filter(({ kind }) => kind === 'runs')) {
      const read = await importRuns(store, file, table);
      add(counts.runs, read.counts);
      clones.push(...read.clones);
    }
    for (const { runId, parentUid } of clones) store.arrival.setParent(runId, parentUid);
    for (const { file, table } of files.filter(({ kind }) => kind === 'metrics')) {
      add(counts.points, await importMetrics(store, file, table, onSlice));
    }
    return counts;
  });
}

function add<T extends { [K in keyof T]: number }>(sum: T, more: T): void {
  for (const key of Object.keys(more) as (keyof T)[]) sum[key] = (sum[key] + more[key]) as T[keyof T];
}

/** A trainer waits 10 s for the store at most; its run would fail for want of it. */
const longestWaitMs = 5000;

function yieldToTrainers(store: Store): () => void {
  const began = performance.now();
  return () => {
    if (performance.now() - began < longestWaitMs) return;
    const [claimed] = store.run.listClaimed();
    if (!claimed) return;
    throw new ConflictError(
      `run ${claimed.run.id} is being trained here and would wait too long for the store, so nothing was imported; ` +
        'import when it has ended, or into a store of its own with --store FILE',
    );
  };
}
