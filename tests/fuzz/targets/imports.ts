import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFormat, formatNames, getTable, type TableName } from '@duality/shared/export';
import { openStore, type Store } from '@duality/shared/store';
import fc from 'fast-check';
import { importFiles, openFile } from '../../../apps/trainer/src/import/import-files.ts';
import { seedStore } from '../../fixtures/seed-store.ts';
import { mutateBytes } from '../generate/mutate-bytes.ts';
import { aroundValue } from '../generate/mutate-value.ts';
import { demandWhole } from '../served-lab.ts';
import type { Target } from '../target.ts';
import { judgeReader } from './data-files.ts';

const tables: TableName[] = ['runs', 'metrics'];

function write(store: Store, table: TableName, format: string, runIds: readonly number[]): Buffer {
  const { columns, read } = getTable(table);
  return Buffer.concat([...(findFormat(format)?.write(columns, read(store, runIds)) ?? [])]);
}

/** Lines of JSON in which one cell is another. */
const lines = (text: string): fc.Arbitrary<Buffer> => {
  const rows = text
    .trim()
    .split('\n')
    .slice(0, 3)
    .map((line) => JSON.parse(line));
  return fc.tuple(aroundValue(fc.constantFrom(...rows)), fc.nat(2)).map(([row, place]) =>
    Buffer.from(
      rows
        .with(place % rows.length, row)
        .map((one) => JSON.stringify(one))
        .join('\n'),
    ),
  );
};

/** Files that `export` wrote with something wrong in them, imported into a store that knows their runs, and one that does not. */
export const imports: Target = {
  name: 'imports',
  about: 'CSV, JSON Lines and Parquet with bytes or a cell changed, imported',
  share: 5,
  open: (folder) => {
    const seeded = join(folder, 'seeded.db');
    const { queued, failed } = seedStore(seeded, { steps: 30 });
    const store = openStore(seeded);
    const written = tables.flatMap((table) =>
      formatNames.map((format) => write(store, table, format, table === 'runs' ? [queued, failed] : [failed])),
    );
    const short = written.map((bytes) =>
      bytes.subarray(0, 4).toString() === 'PAR1' ? bytes : bytes.subarray(0, 6000),
    );
    const [runs, metrics] = tables.map((table) => write(store, table, 'jsonl', [failed]).toString());
    const empty = openStore(join(folder, 'empty.db'));
    const file = join(folder, 'table');
    return {
      inputs: fc.tuple(
        fc.oneof({ weight: 3, arbitrary: mutateBytes(short) }, lines(runs ?? ''), lines(metrics ?? '')),
        fc.boolean(),
      ),
      attempt: ([bytes, isEmpty]: [Buffer, boolean]) => {
        writeFileSync(file, bytes);
        return judgeReader(file, async () => importFiles(isEmpty ? empty : store, [await openFile(file)]));
      },
      show: ([bytes, isEmpty]: [Buffer, boolean]) =>
        `${isEmpty ? 'into an empty store' : 'into a store with the runs'}, base64 ${bytes.toString('base64').slice(0, 20_000)}`,
      close: () => {
        store.close();
        empty.close();
        demandWhole(seeded);
        demandWhole(join(folder, 'empty.db'));
      },
    };
  },
};
