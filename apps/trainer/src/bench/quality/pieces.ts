import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../../write-whole.ts';

/** A part of the work with a result of its own, done once. */
export interface Piece<Result> {
  /** File name without its ending. */
  name: string;
  /** Goes on from what it left in the file `part` when it was cut off, and leaves there what it ends with. */
  work: (part: string) => Promise<Result>;
}

interface Places {
  /** Of results, which stay. */
  results: string;
  /** Of what is under way. */
  work: string;
}

/**
 * Does the pieces that have no result yet and gives those of all. Several processes may work at the same
 * list: each piece is one's, and that of a process that died is taken over.
 */
export async function doPieces<Result>(
  { results, work: folder }: Places,
  pieces: readonly Piece<Result>[],
): Promise<Map<string, Result>> {
  mkdirSync(folder, { recursive: true });
  const fileOf = (name: string) => join(results, `${name}.json`);
  for (const { name, work } of pieces) {
    if (readJson(fileOf(name)) !== undefined || !lock(join(folder, `${name}.lock`))) continue;
    try {
      const result = await work(join(folder, `${name}.part`));
      writeWhole(fileOf(name), [Buffer.from(`${JSON.stringify(result, null, 2)}\n`)]);
    } finally {
      rmSync(join(folder, `${name}.lock`), { force: true });
    }
  }
  const found = pieces.map(({ name }) => [name, readJson(fileOf(name))] as const);
  return new Map(found.filter(([, result]) => result !== undefined) as [string, Result][]);
}

/** Whether the piece is ours now. */
function lock(file: string): boolean {
  const holder = Number(readText(file));
  if (holder > 0 && isRunning(holder)) return false;
  rmSync(file, { force: true });
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false; // another process was faster
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function readJson(file: string): unknown {
  const text = readText(file);
  return text === undefined ? undefined : JSON.parse(text);
}
