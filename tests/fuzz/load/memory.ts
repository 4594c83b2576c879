import { execFileSync } from 'node:child_process';

/** Bytes that a process has in memory; 0 for one that is no more. */
export function residentBytes(pid: number): number {
  try {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).trim()) * 1024;
  } catch {
    return 0;
  }
}
