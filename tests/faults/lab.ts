import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isAlive } from '@duality/shared/store';
import { findFreePort, keys } from '../fixtures/serve-store.ts';
import { query as askPage } from '../http/ask.ts';
import { listProcesses, makeFolder, query, type Running, start, waitFor, withStore } from '../process/lab.ts';

/** By the issue: what is shown is true again this long after a fault. */
const trueWithinMs = 30_000;

interface Health {
  ok: boolean;
  reason?: string;
}

/** One store, and what `npm start` runs over it: a dashboard and a scheduler with two slots, each started again when it ends. */
export async function makeFaultLab(folder = makeFolder(), store = join(folder, 'lab.db')) {
  const port = await findFreePort();
  const ofStore = (text: string) => listProcesses(store).filter((pid) => listProcesses(text).includes(pid));
  const health = async (): Promise<Health> => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => undefined);
    return answer ? ((await answer.json()) as Health) : { ok: false };
  };
  const ask = <T>(procedure: string, input?: unknown) => {
    keys.set(port, readFileSync(`${store}-key`, 'utf8').trim());
    return askPage<T>(port, procedure, input);
  };
  return {
    folder,
    store,
    port,
    health,
    ask,
    trainers: () => ofStore('--claimed '),
    schedulers: () => ofStore('schedule.js'),
    webs: () => listProcesses(`serve.js -H 127.0.0.1 -p ${port}`),
    launch: (): Running => start(folder, 'tests/faults/start-lab.js', [String(port), store]),
    /** Whether the page shows the runs as they are stored, and no run that is said to train is without a living trainer. */
    isTrue: async () => {
      if (!(await health()).ok || hasDeadRun(store)) return false;
      for (const { run_id, status } of query(store, 'SELECT run_id, status FROM v_run')) {
        const shown = await ask<{ run: { status: string } }>('run.get', { runId: run_id });
        if (shown.run.status !== status) return false;
      }
      return (await ask<{ scheduler: unknown }>('system.health')).scheduler !== null && holderLives(store);
    },
  };
}

const hasDeadRun = (store: string) =>
  withStore(store, ({ run }) => run.listClaimed().some(({ process }) => process && isAlive(process) === false));

const holderLives = (store: string) => {
  const holder = withStore(store, ({ lease }) => lease.find('scheduler')?.holder) ?? '';
  return existsSync(`/proc/${/^scheduler (\d+)/.exec(holder)?.[1]}`) || process.platform !== 'linux';
};

/** Seconds until the probe holds; what it throws counts as no. */
export async function secondsUntil(
  what: string,
  probe: () => Promise<boolean> | boolean,
  withinMs = trueWithinMs,
): Promise<number> {
  let problem: unknown;
  for (const from = performance.now(); performance.now() - from < withinMs; await setTimeout(100)) {
    try {
      if (await probe()) return (performance.now() - from) / 1000;
      problem = undefined;
    } catch (error) {
      problem = error;
    }
  }
  throw new Error(`waited ${withinMs / 1000} s in vain for ${what}`, { cause: problem });
}

/** Kills those that live and waits until they are no more; how many there were. */
export async function killAll(pids: number[]): Promise<number> {
  const killed = pids.filter((pid) => send(pid, 'SIGKILL'));
  await waitFor('their end', () => !killed.some((pid) => send(pid, 0)));
  return killed.length;
}

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false; // it has ended
  }
}

/** Bytes that a process holds; Linux only, 0 elsewhere. */
export function memoryOf(pid: number): number {
  if (!existsSync(`/proc/${pid}/status`)) return 0;
  return 1024 * Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}
