import { setTimeout } from 'node:timers/promises';
import { configure, type EngineChoice, getPreset } from '@duality/shared';
import { describeProcess, explainStoreError, openStore, type Store } from '@duality/shared/store';
import { createElsewhere, type Elsewhere } from './elsewhere.ts';
import type { SlotLimits } from './launchers/launcher.ts';
import { createLocalLauncher } from './launchers/local.ts';
import { watchTrash } from './purge-trash.ts';
import { leaseName, type Schedule, stopAll, tick } from './schedule.ts';

const tickMs = 500;
const starterPreset = 'wgan-gp-mnist';

export interface SchedulerOptions {
  /** Folder through which runs that train elsewhere come and go. */
  exchange: string;
  slots: number;
  limits: SlotLimits;
  patienceMs: number;
  engine: EngineChoice;
  /** Queue a starter run when the store has never had one. */
  demo: boolean;
}

/** Starts queued runs until a signal comes; then its trainers save their checkpoints first. */
export async function scheduleUntilStopped(
  storeFile: string,
  { exchange, slots, limits, patienceMs, engine, demo }: SchedulerOptions,
): Promise<void> {
  const store = openStore(storeFile);
  const { host, startedAt } = describeProcess(process.pid);
  const say = (line: string) => console.log(line);
  const elsewhere = createElsewhere(store, exchange, say);
  const schedule: Schedule = {
    store,
    launcher: createLocalLauncher(store.file),
    holder: `scheduler ${process.pid} on ${host} since ${startedAt}`,
    slots,
    limits,
    patienceMs,
    engine,
    describeCluster: elsewhere.describeCluster,
    say,
  };
  let isStopping = false;
  const stop = () => {
    isStopping = true;
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const trash = watchTrash(schedule);
  try {
    if (demo) queueStarter(store, schedule.say);
    while (!isStopping) {
      await round(schedule, elsewhere);
      trash.purgeWhenDue();
    }
    await trash.end();
    await elsewhere.end();
    await wait(schedule);
  } catch (error) {
    throw explainStoreError(error, store.file);
  } finally {
    store.lease.release(leaseName, schedule.holder);
    store.close();
  }
}

/** What the last round failed for; empty when it did not. */
let trouble = '';

function queueStarter(store: Store, say: (line: string) => void): void {
  if (store.run.count() > 0) return;
  const config = configure(getPreset(starterPreset), {});
  const run = store.run.queue({ preset: starterPreset, name: 'My first WGAN-GP', engine: 'auto', config });
  say(`The store is empty, so a starter run is queued: ${starterPreset}, ${config.steps} steps (run ${run.id})`);
}

/** A full disk or a lock must not end the scheduler: it says so, once for each trouble, and tries again. */
async function round(schedule: Schedule, elsewhere?: Elsewhere): Promise<void> {
  let isMore = false;
  try {
    // A damaged file must be noticed although nobody commits: SQLite reads a page it remembers once only.
    schedule.store.forgetPages();
    if (tick(schedule)) isMore = elsewhere?.round() === true;
    if (trouble) schedule.say('The scheduler goes on.');
    trouble = '';
  } catch (error) {
    const { message } = explainStoreError(error, schedule.store.file) as Error;
    if (message !== trouble) console.error(`The scheduler could not do its round and tries again: ${message}`);
    trouble = message;
    await setTimeout(10 * tickMs);
  }
  // A slot that has become free is not left waiting.
  await Promise.race([setTimeout(isMore ? 1 : tickMs), schedule.launcher.nextExit()]);
}

/** Until the trainers of this scheduler have ended; those that hang are killed by `tick` in the end. */
async function wait(schedule: Schedule): Promise<void> {
  stopAll(schedule);
  const mine = () => schedule.store.run.listClaimed().filter(({ claimedBy }) => claimedBy === schedule.holder);
  while (mine().length > 0) await round({ ...schedule, slots: 0 });
}
