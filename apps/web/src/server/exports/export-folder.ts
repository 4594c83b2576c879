import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'duality-exports-';

/** A folder for files that are fetched soon; it goes with this process, and those of processes that were killed go now. */
export function openExportFolder(): string {
  for (const name of readdirSync(tmpdir())) {
    const [, pid] = /^duality-exports-(\d+)-/.exec(name) ?? [];
    if (pid && !isAlive(Number(pid))) remove(join(tmpdir(), name));
  }
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  process.once('exit', () => remove(folder));
  return folder;
}

/** What cannot be removed, because it is another user's for one, is left. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {}
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
