import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** A process, named so that another one with the same pid is not taken for it. */
export interface TrainerProcess {
  host: string;
  pid: number;
  /** Boot and clock tick at which it started; empty where the system does not tell. */
  startedAt: string;
}

export const describeProcess = (pid: number): TrainerProcess => ({
  host: hostname(),
  pid,
  startedAt: findStart(pid) ?? '',
});

/** Whether it still runs; undefined for a process of another machine. */
export function isAlive({ host, pid, startedAt }: TrainerProcess): boolean | undefined {
  if (host !== hostname()) return undefined;
  if (startedAt !== '') return findStart(pid) === startedAt;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Without any sign of life for so long, a trainer that cannot be asked is given up. */
export const silenceMs = 30_000;

interface Trainer {
  process: TrainerProcess | null;
  heartbeatAt: number | null;
}

/**
 * A process of this machine is asked; one of another machine, or not yet known, is judged by its silence, unless it was
 * seen beating by a clock that nobody sets.
 */
export function showsLife({ process, heartbeatAt }: Trainer, now: number, isBeating = false): boolean {
  const alive = process ? isAlive(process) : undefined;
  // A beat of the future is one from before the clock was set back.
  return alive ?? (isBeating || Math.abs(now - (heartbeatAt ?? 0)) <= silenceMs);
}

/** Linux only. Undefined too for a zombie, which has ended and merely not been buried. */
function findStart(pid: number): string | undefined {
  try {
    // The name in parentheses may hold spaces; state is the first field after it and start time the twentieth.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return fields[0] === 'Z' ? undefined : `${boot} ${fields[19]}`;
  } catch {
    return undefined;
  }
}
