import type { EngineChoice } from '@duality/shared';
import { isAlive, type Store } from '@duality/shared/store';
import type { Launcher } from './launchers/launcher.ts';
import { failLostRuns, failRun } from './reap.ts';

export interface Schedule {
  store: Store;
  launcher: Launcher;
  /** Names this scheduler in leases and claims. */
  holder: string;
  /** How many runs may train at once. */
  slots: number;
  /** For runs that leave the choice open. */
  engine: EngineChoice;
  say: (line: string) => void;
}

export const leaseName = 'scheduler';
const leaseMs = 10_000;

/** A trainer that does not end this long after it was asked to is killed; its last checkpoint counts. */
const stopGraceMs = 60_000;

/** One round. Each part leaves the store true, so that the process may be killed between any two lines. */
export function tick(schedule: Schedule, now = Date.now()): void {
  const { store, launcher, holder, slots, engine } = schedule;
  const running = store.run.listClaimed().length;
  if (!store.lease.hold(leaseName, holder, leaseMs, { slots, running, engine })) return; // another scheduler is at work
  store.run.adopt(holder);
  reap(schedule, now);
  passOnStops(store, now);
  for (let free = slots - store.run.listClaimed().length; free > 0; free--) {
    const run = store.run.claim(holder);
    if (!run) break;
    schedule.say(`Run ${run.id} starts: ${run.name}`);
    launcher.launch(run.id);
  }
}

/** What ended without saying so is failed; it is for the person to resume it. */
function reap({ store, launcher, say }: Schedule, now: number): void {
  for (const { runId, reason } of launcher.listExits()) {
    failRun(store, runId, `the trainer ${reason}; resume it to go on`);
    launcher.forget(runId); // only now: on a full disk the line before this throws, and the next round tries again
    const run = store.run.get(runId);
    say(`Run ${runId} ${run.status} at step ${run.lastStep}${run.reason ? `: ${run.reason}` : ''}`);
  }
  for (const runId of failLostRuns(store, now, launcher.holds)) say(`Run ${runId} lost its trainer`);
}

/** Asks trainers to stop whose runs were asked to, and makes sure of it in the end. */
function passOnStops(store: Store, now: number): void {
  for (const { process: trainer, stopRequestedAt } of store.run.listClaimed()) {
    if (stopRequestedAt === null || !trainer || !isAlive(trainer)) continue;
    kill(trainer.pid, now - stopRequestedAt > stopGraceMs ? 'SIGKILL' : 'SIGTERM');
  }
}

/** Asks all trainers of this scheduler to stop. */
export function stopAll({ store, holder }: Schedule): void {
  for (const { run, claimedBy } of store.run.listClaimed()) if (claimedBy === holder) store.run.requestStop(run.id);
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {} // it ended just now: the next round sees that
}
