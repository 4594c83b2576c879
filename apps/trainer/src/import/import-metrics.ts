import { ExplainedError } from '@duality/shared';
import type { TableFile } from '@duality/shared/export';
import type { PointCounts, Store } from '@duality/shared/store';
import { gatherPoints, pointColumns } from './gather-points.ts';

/** Writes a file's points to the runs that they belong to; `onSlice` is called after each slice that is written. */
export async function importMetrics(
  store: Store,
  file: string,
  table: TableFile,
  onSlice: () => void,
): Promise<PointCounts> {
  const counts = { new: 0, changed: 0, unchanged: 0 };
  let row = 0;
  for await (const rows of table.read(pointColumns)) {
    for (const [uid, { firstRow, steps }] of gatherPoints(file, rows, row)) {
      const runId = store.arrival.findRun(uid);
      if (runId === undefined) {
        throw new ExplainedError(
          `${file}, row ${firstRow}, column run_uid: no run here is "${uid}"; name the file of its runs as well ` +
            '(npm run export -- runs writes it)',
        );
      }
      const added = store.arrival.addPoints(
        runId,
        [...steps.values()].sort((a, b) => a.step - b.step),
      );
      counts.new += added.new;
      counts.changed += added.changed;
      counts.unchanged += added.unchanged;
    }
    row += rows.length;
    onSlice();
  }
  return counts;
}
