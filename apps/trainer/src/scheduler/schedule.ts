import type { EngineChoice, RunId, SlurmReport } from '@duality/shared';
import { isAlive, type Store } from '@duality/shared/store';
import { endHung } from './hung.ts';
import type { Launcher, SlotLimits } from './launchers/launcher.ts';
import { endOversized } from './memory.ts';
import { failLostRuns, failRun } from './reap.ts';
import { steerSweeps } from './sweeps/steer.ts';

export interface Schedule {
  store: Store;
  launcher: Launcher;
  /** Names this scheduler in leases and claims. */
  holder: string;
  /** How many runs may train at once. */
  slots: number;
  /** Of each slot. */
  limits: SlotLimits;
  /** A trainer without a sign of life for so long is ended. */
  patienceMs: number;
  /** For runs that leave the choice open. */
  engine: EngineChoice;
  /** Of the cluster that runs can be submitted to; null where there is none. */
  describeCluster: () => SlurmReport | null;
  say: (line: string) => void;
}

export const leaseName = 'scheduler';
const leaseMs = 10_000;

/** A trainer that does not end this long after it was asked to is killed; its last checkpoint counts. */
const stopGraceMs = 60_000;

/**
 * One round. Each part leaves the store true, so that the process may be killed between any two lines. `awakeMs` is of a
 * clock that is never set. Answers whether this scheduler is the one at work.
 */
export function tick(schedule: Schedule, now = Date.now(), awakeMs = performance.now()): boolean {
  const { store, launcher, holder, slots, limits, engine } = schedule;
  endHung(schedule, awakeMs);
  const running = store.run.listClaimed().length;
  const detail = { slots, running, engine, slurm: schedule.describeCluster() };
  if (!store.lease.hold(leaseName, holder, leaseMs, detail)) return false;
  store.run.adopt(holder);
  reap(schedule, now);
  const free = slots - store.run.listClaimed().length;
  steerSweeps(schedule, free, now);
  endOversized(schedule); // after it, so that nothing is tried again before its first trainer is gone
  passOnStops(schedule, awakeMs);
  for (let left = free; left > 0; left--) {
    const run = store.run.claim(holder);
    if (!run) break;
    schedule.say(`Run ${run.id} starts: ${run.name}`);
    launcher.launch(run.id, limits);
  }
  return true;
}

/** What ended without saying so is failed; it is for the person, or for its sweep, to go on with it. */
function reap({ store, launcher, say }: Schedule, now: number): void {
  for (const { runId, reason } of launcher.listExits()) {
    if (!isTrainedElsewhere(store, runId)) failRun(store, runId, `the trainer ${reason}; resume it to go on`);
    launcher.forget(runId); // only now: on a full disk the line before this throws, and the next round tries again
    const run = store.run.get(runId);
    say(`Run ${runId} ${run.status} at step ${run.lastStep}${run.reason ? `: ${run.reason}` : ''}`);
  }
  for (const runId of failLostRuns(store, now, launcher.holds)) say(`Run ${runId} lost its trainer`);
}

/** The trainer of a scheduler that was killed came late, and this one's found the run taken. */
function isTrainedElsewhere(store: Store, runId: number): boolean {
  const claimed = store.run.listClaimed().find(({ run }) => run.id === runId);
  return claimed?.process != null && isAlive(claimed.process) === true;
}

/** Asks trainers to stop whose runs were asked to, and makes sure of it in the end. */
function passOnStops({ store, launcher }: Schedule, awakeMs: number): void {
  const before = askedSince.get(store);
  const asked = new Map<RunId, number>();
  askedSince.set(store, asked);
  for (const { run, process: trainer, stopRequestedAt } of store.run.listClaimed()) {
    if (stopRequestedAt === null || !trainer) continue;
    const since = before?.get(run.id) ?? awakeMs;
    asked.set(run.id, since);
    launcher.stop(trainer, awakeMs - since > stopGraceMs);
  }
}

/** By a clock that is never set: one that is set ahead must not cost a trainer the checkpoint it is saving. */
const askedSince = new WeakMap<Store, Map<RunId, number>>();

/** Asks all trainers of this scheduler to stop; trials of sweeps only rest, and the next scheduler goes on with them. */
export function stopAll({ store, holder }: Schedule): void {
  for (const { run, claimedBy, stopRequestedAt } of store.run.listClaimed()) {
    if (claimedBy !== holder || stopRequestedAt !== null) continue;
    const trial = store.sweep.trial.findByRun(run.id);
    if (trial) store.sweep.trial.rest(trial);
    else store.run.requestStop(run.id);
  }
}
