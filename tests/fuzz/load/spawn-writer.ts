import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Appends steps from a process of its own, as a trainer does; resolves when it has ended. */
export function spawnWriter(file: string, runId: number, [first, last]: [number, number], rate: number) {
  const script = join(import.meta.dirname, 'writer.ts');
  const child = spawn(process.execPath, [script, file, ...[runId, first, last, rate].map(String)], {
    stdio: 'inherit',
  });
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the writer ended with ${code}`))));
  });
  return { pid: child.pid ?? 0, ended };
}
