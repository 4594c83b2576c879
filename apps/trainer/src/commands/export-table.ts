import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ArgumentError } from '@duality/shared';
import { findFormat, formatNames, getTable, type TableName } from '@duality/shared/export';
import { explainStoreError, openStore } from '@duality/shared/store';
import { parseArguments, parseWhole } from './arguments.ts';
import { callersFolder } from './door.ts';
import { findStoreFile } from './store-file.ts';
import { writeOut } from './write-out.ts';

const options = {
  run: { type: 'string', multiple: true },
  out: { type: 'string' },
  format: { type: 'string' },
  store: { type: 'string' },
} as const;

/** Writes the runs or the metrics of a store as one file, of all runs outside the trash or of those that are named. */
export const exportTableCommand = (table: TableName) => async (args: string[]) => {
  const usage = `npm run export -- ${table} --out FILE --format ${formatNames.join('|')} [--run ID …] [--store FILE]`;
  const { values, positionals } = parseArguments(args, options, usage);
  if (positionals.length > 0) throw new ArgumentError(`leave out ${positionals.join(' ')}\nUsage: ${usage}`);
  if (!values.out) throw new ArgumentError(`--out: must name a file\nUsage: ${usage}`);
  const format = findFormat(values.format ?? '');
  if (!format) {
    const given = values.format === undefined ? '' : `, not "${values.format}"`;
    throw new ArgumentError(`--format: must be one of ${formatNames.join(', ')}${given}\nUsage: ${usage}`);
  }
  const named = (values.run ?? []).map((id) => parseWhole('run', id, 1));
  const file = resolve(callersFolder(), values.out);
  const storeFile = findStoreFile(values.store);
  if (!existsSync(storeFile)) throw new ArgumentError(`there is no store ${storeFile}; name another with --store FILE`);
  const store = openStore(storeFile);
  try {
    const runIds = named.length > 0 ? [...new Set(named)] : store.table.listIds();
    for (const runId of runIds) store.run.get(runId);
    const { columns, read } = getTable(table);
    const counter = { rows: 0 };
    writeOut(file, format.write(columns, counted(read(store, runIds), counter)));
    console.log(`Wrote ${say(counter.rows, table === 'runs' ? 'run' : 'point')} to ${file}.`);
    return 0;
  } catch (error) {
    throw explainStoreError(error, storeFile);
  } finally {
    store.close();
  }
};

function* counted<T>(slices: Iterable<T[]>, counter: { rows: number }): Generator<T[]> {
  for (const rows of slices) {
    counter.rows += rows.length;
    yield rows;
  }
}

const say = (count: number, noun: string) => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
