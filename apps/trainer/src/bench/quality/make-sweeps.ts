import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { SweepRequest } from '@duality/shared';
import type { Store } from '@duality/shared/store';

const door = fileURLToPath(new URL('../../../bin/schedule.js', import.meta.url));
const lookEveryMs = 2000;
const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * Has a scheduler train the sweeps that the store lacks or that are not at their end, and tells how far they are. A
 * signal ends it early: the trainers save their checkpoints, and the next time goes on there.
 */
export async function makeSweeps(
  store: Store,
  requests: readonly SweepRequest[],
  slots: number,
  tell: (line: string) => void,
): Promise<void> {
  const known = new Set(store.sweep.list().map(({ name }) => name));
  for (const request of requests) if (!known.has(request.name)) store.sweep.create(request);
  if (listOpen(store).length === 0) return;
  const scheduler = spawn(process.execPath, [door, '--store', store.file, '--slots', String(slots)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve) => scheduler.once('exit', resolve));
  const passOn = (signal: NodeJS.Signals) => scheduler.kill(signal);
  for (const signal of signals) process.on(signal, passOn);
  try {
    await tellUntilEnd(store, scheduler, tell);
  } finally {
    scheduler.kill('SIGTERM');
    await ended;
    for (const signal of signals) process.off(signal, passOn);
  }
}

async function tellUntilEnd(store: Store, scheduler: ChildProcess, tell: (line: string) => void): Promise<void> {
  for (let told = ''; scheduler.exitCode === null && scheduler.signalCode === null; await setTimeout(lookEveryMs)) {
    const open = listOpen(store);
    if (open.length === 0) return;
    const line = open
      .map(({ name, counts }) => `${name}: ${counts.completed ?? 0} done, ${counts.running ?? 0} running`)
      .join('; ');
    if (line !== told) tell(line);
    told = line;
  }
}

const listOpen = (store: Store) => store.sweep.list().filter(({ status }) => status === 'running');
