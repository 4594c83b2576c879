import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { EngineReport, Run } from '@duality/shared';
import { fragmentName, listFragments, readFragment, readOrder, stateName, stopName } from '@duality/shared/exchange';
import { type Outcome, runOnce, type Watcher } from '../run-once.ts';
import { startCarrier } from './carrier.ts';
import type { CarryTarget } from './carry-target.ts';
import { createFragmentWriter } from './fragment-writer.ts';
import { createScratch } from './scratch.ts';
import { createStopWish } from './stop-wish.ts';
import { tapeOf } from './tape.ts';

export interface Work extends Omit<Watcher, 'onStart'> {
  onStart: (run: Run, engine: EngineReport, firstStep: number) => void;
  target: CarryTarget;
  /** By which the cluster names this worker. */
  job: string | null;
  /** Whether the run is to be left to another worker: the cluster wants this one gone. */
  isCalledOff: () => boolean;
  /** Once the hub's folder is out of reach at the end, what is not there yet is waited for so long. */
  patienceMs: number;
  say: (line: string) => void;
}

export interface WorkDone extends Outcome {
  /** Another worker is to go on. */
  isYielded: boolean;
  /** All that was trained is where the hub sees it. */
  isCarried: boolean;
}

const calledOff = 'the cluster asked the worker to go: checkpoint saved, to be gone on with';

/**
 * Trains the run whose folder `target` is, from where the workers before came to. Everything is written to the worker's own
 * disk, and taken to the hub from there.
 */
export async function work({ target, job, isCalledOff, patienceMs, say, ...watcher }: Work): Promise<WorkDone> {
  const root = mkdtempSync(join(tmpdir(), 'duality-worker-'));
  const folder = join(root, 'run');
  try {
    // A person at the terminal is told at once; a job may have begun while its folder is out of reach.
    const there = await persist(() => fetchAll(target, folder), job === null ? 0 : patienceMs);
    // Whoever goes on with a run by hand wants it, whatever was wanted of the worker before.
    if (job === null && there.includes(stopName)) await target.remove(stopName);
    const order = readOrder(folder);
    const seen = countRecords(folder);
    const { store, run } = createScratch(join(root, 'scratch.db'), order, folder);
    const fragment = await claimFragment(target, seen.length + 1);
    const writer = createFragmentWriter(join(folder, fragment));
    writer.add({ kind: 'begin', host: hostname(), job, seen, at: Date.now() });
    const stop = createStopWish(target, job !== null && there.includes(stopName));
    let isYielded = false;
    const yieldReason = () => {
      isYielded = isCalledOff() && !stop.isWanted();
      return isYielded ? calledOff : undefined;
    };
    const carrier = startCarrier({
      ...{ target, folder, fragment, say, carried: there.filter((name) => name.startsWith(stateName(''))) },
      onStop: stop.come,
    });
    try {
      const taped = tapeOf({ store, runId: run.id, folder, add: writer.add, yieldReason });
      const outcome = await runOnce(taped, run, {
        ...watcher,
        onStart: (engine, firstStep) => watcher.onStart(run, engine, firstStep),
        isStopping: () => stop.isWanted() || (isCalledOff() && stop.isKnown()) || watcher.isStopping(),
      });
      return { ...outcome, isYielded, isCarried: await carrier.finish(patienceMs) };
    } finally {
      writer.close();
      store.close();
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Brings what the workers before left to this one's disk; their names. */
async function fetchAll(target: CarryTarget, folder: string): Promise<string[]> {
  mkdirSync(join(folder, dirname(stateName('x'))), { recursive: true });
  const names = (await target.list()).map(({ name }) => name);
  for (const name of names) writeFileSync(join(folder, name), await target.read(name));
  return names;
}

async function persist<T>(body: () => Promise<T>, forMs: number): Promise<T> {
  for (const from = performance.now(); ; await setTimeout(1000)) {
    try {
      return await body();
    } catch (error) {
      if (performance.now() - from >= forMs) throw error;
    }
  }
}

/** How many records each fragment has. */
function countRecords(folder: string): number[] {
  const last = listFragments(folder).at(-1) ?? 0;
  return Array.from({ length: last }, (_, i) => {
    let cursor = { record: 0, byte: 0 };
    for (let isMore = true; isMore; ) {
      const found = readFragment(join(folder, fragmentName(i + 1)), cursor);
      isMore = found.isFull;
      cursor = found.cursor;
    }
    return cursor.record;
  });
}

async function claimFragment(target: CarryTarget, first: number): Promise<string> {
  for (let fragment = first; ; fragment++) {
    if (await target.claim(fragmentName(fragment))) return fragmentName(fragment);
    await setTimeout(100);
  }
}
