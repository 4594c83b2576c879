import { resolve } from 'node:path';
import { ArgumentError } from '@duality/shared';
import { explainStoreError, openStore } from '@duality/shared/store';
import { type ImportCounts, importFiles, type OpenedFile, openFile } from '../import/import-files.ts';
import { parseArguments } from './arguments.ts';
import { callersFolder } from './door.ts';
import { findStoreFile } from './store-file.ts';

const usage = 'npm run import -- FILE … [--store FILE] [--json]';
const options = { store: { type: 'string' }, json: { type: 'boolean' } } as const;

/** Takes in files of runs and metrics that `export` wrote, in any order and any of its formats. */
export async function importCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, options, usage);
  if (positionals.length === 0) throw new ArgumentError(`name the files to import\nUsage: ${usage}`);
  const storeFile = findStoreFile(values.store);
  const files: OpenedFile[] = [];
  for (const name of new Set(positionals)) files.push(await openFile(resolve(callersFolder(), name)));
  const store = openStore(storeFile);
  try {
    const counts = await importFiles(store, files);
    const ignored = files.flatMap(({ file, unknown }) => (unknown.length > 0 ? [{ file, columns: unknown }] : []));
    if (values.json) console.log(JSON.stringify({ ...counts, ignored }));
    else {
      for (const { file, columns } of ignored) console.log(`Left out of ${file}: ${columns.join(', ')}, unknown here.`);
      console.log(describe(counts));
    }
    return 0;
  } catch (error) {
    throw explainStoreError(error, storeFile);
  } finally {
    store.close();
  }
}

function describe({ runs, points }: ImportCounts): string {
  const arrived = `${say(runs.new, 'run')} and ${say(points.new, 'point')} are new, ${say(points.changed, 'point')} changed`;
  if (runs.known + points.unchanged === 0) return `${arrived}.`;
  return `${arrived}; ${say(runs.known, 'run')} and ${say(points.unchanged, 'point')} were here already.`;
}

const say = (count: number, noun: string) => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
