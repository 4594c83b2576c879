import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ArgumentError } from '../domain/errors.ts';
import type { RunId } from '../domain/run.ts';
import type { Store } from '../store/index.ts';
import { adoptRun } from './adopt-run.ts';
import { readOrder } from './order.ts';
import { namesIn, orderName } from './run-folder.ts';
import { createRunImport } from './run-import.ts';

/** Folders of runs: `folder` itself, or those in it. Throws an ArgumentError where there are none. */
export function findRunFolders(folder: string): string[] {
  if (existsSync(join(folder, orderName))) return [folder];
  const inside = namesIn(folder)
    .map((name) => join(folder, name))
    .filter((inner) => existsSync(join(inner, orderName)));
  if (inside.length > 0) return inside.sort();
  throw new ArgumentError(`${folder} holds no run: name the folder that was given with --offline, or one run-… in it`);
}

/** Takes in a run that was trained without a hub, as far as its folder tells of it; any number of times. */
export function adoptFolder(store: Store, folder: string): { runId: RunId; isNew: boolean } {
  const { runId, isNew } = adoptRun(store, readOrder(folder));
  const arriving = createRunImport(store, runId, folder, 0);
  while (arriving.take());
  // Whether it is trained on, nobody here can know.
  store.run.end(runId, 'stopped', 'as far as it had come when it was brought here');
  return { runId, isNew };
}
