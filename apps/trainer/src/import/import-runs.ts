import { type Cell, runColumns } from '@duality/shared';
import type { TableFile } from '@duality/shared/export';
import type { Store } from '@duality/shared/store';
import { readRun, runDefaults } from './arriving-run.ts';

/** Said again by the config and the engine report, or true of the other store only. */
const leftOut = ['run_id', 'seed', 'engine', 'parent_run_id'];

/** What is read of a file of runs. */
export const arrivingColumns = runColumns
  .filter(({ name }) => !leftOut.includes(name))
  .map((column) => (column.name in runDefaults ? { ...column, nullable: true } : column));

export interface RunCounts {
  new: number;
  known: number;
}

/** Adds the runs that are not here yet. `clones` are those whose parents are to be found when all runs are here. */
export async function importRuns(store: Store, file: string, table: TableFile) {
  const counts: RunCounts = { new: 0, known: 0 };
  const clones: { runId: number; parentUid: string }[] = [];
  let row = 0;
  for await (const rows of table.read(arrivingColumns)) {
    for (const cells of rows) {
      row += 1;
      const named: Record<string, Cell> = Object.fromEntries(
        arrivingColumns.map(({ name }, i) => [name, cells[i] ?? null]),
      );
      const { run, parentUid } = readRun(named, `${file}, row ${row}`);
      const runId = store.arrival.addRun(run);
      counts[runId === undefined ? 'known' : 'new'] += 1;
      if (runId !== undefined && parentUid !== null) clones.push({ runId, parentUid });
    }
  }
  return { counts, clones };
}
