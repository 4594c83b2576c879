import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ArgumentError } from '@duality/shared';
import { adoptFolder, findRunFolders } from '@duality/shared/exchange';
import { explainStoreError, openStore, type Store } from '@duality/shared/store';
import { type ImportCounts, importFiles, type OpenedFile, openFile } from '../import/import-files.ts';
import { parseArguments } from './arguments.ts';
import { callersFolder } from './door.ts';
import { findStoreFile } from './store-file.ts';

const usage = 'npm run import -- FILE|DIR … [--store FILE] [--json]';
const options = { store: { type: 'string' }, json: { type: 'boolean' } } as const;

/** Takes in files of runs and metrics that `export` wrote, in any order and any of its formats, and runs that were trained offline. */
export async function importCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, options, usage);
  if (positionals.length === 0) throw new ArgumentError(`name the files to import\nUsage: ${usage}`);
  const storeFile = findStoreFile(values.store);
  const paths = [...new Set(positionals)].map((name) => resolve(callersFolder(), name));
  const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  const folders = paths.filter(isFolder).flatMap(findRunFolders);
  const files: OpenedFile[] = [];
  for (const path of paths) if (!isFolder(path)) files.push(await openFile(path));
  const store = openStore(storeFile);
  try {
    for (const folder of folders) adopt(store, folder, values.json === true);
    if (files.length === 0) return 0;
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

function adopt(store: Store, folder: string, asJson: boolean): void {
  const { runId, isNew } = adoptFolder(store, folder);
  const { name, status, lastStep, uid } = store.run.get(runId);
  if (asJson) console.log(JSON.stringify({ runId, uid, isNew, status, step: lastStep }));
  else console.log(`Run ${runId} “${name}”, ${isNew ? 'new here' : 'known here'}: ${status} at step ${lastStep}.`);
}

function describe({ runs, points }: ImportCounts): string {
  const arrived = `${say(runs.new, 'run')} and ${say(points.new, 'point')} are new, ${say(points.changed, 'point')} changed`;
  if (runs.known + points.unchanged === 0) return `${arrived}.`;
  return `${arrived}; ${say(runs.known, 'run')} and ${say(points.unchanged, 'point')} were here already.`;
}

const say = (count: number, noun: string) => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
