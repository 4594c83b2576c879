import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ExplainedError } from '@duality/shared';

/** `folder`, known to be one; else an ExplainedError that names it. */
export function checkFolder(folder: string): string {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
  const problem = existsSync(folder) ? 'is not a folder' : 'does not exist';
  throw new ExplainedError(`the data folder ${folder} ${problem}; name another with --data DIR`);
}

/** The folder that a data set without a packaged copy needs; `files` says what belongs there. */
export function requireFolder(dataset: string, folder: string | undefined, files: string): string {
  if (folder !== undefined) return checkFolder(folder);
  throw new ExplainedError(`${dataset} comes with no files of its own: name a folder with ${files} by --data DIR`);
}

/** `name` in `folder`, or the compressed `name`.gz when only that is there. */
export function plainOrGz(folder: string, name: string): string {
  const plain = join(folder, name);
  return !existsSync(plain) && existsSync(`${plain}.gz`) ? `${plain}.gz` : plain;
}
