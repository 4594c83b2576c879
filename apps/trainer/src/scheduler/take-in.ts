import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeError, type RunId } from '@duality/shared';
import { createRunImport, runFolder, stopName } from '@duality/shared/exchange';
import type { Store } from '@duality/shared/store';

type RunImport = ReturnType<typeof createRunImport>;

/** Of a round that has more to do than fits: other things are due, too. */
const mostMs = 200;

/** A folder that cannot be read is left alone for so long. */
const restMs = 5000;

/** A full disk or a damaged file concerns everybody; a row that does not fit concerns its run alone. */
const isOfStore = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^SQLITE_(?!CONSTRAINT)/.test(String(error.code));

/** Takes in, a little at a time, what workers elsewhere write of the store's runs into the folder `exchange`. */
export function createIntake(store: Store, exchange: string, say: (line: string) => void, tidyEveryMs = 60_000) {
  const imports = new Map<RunId, RunImport>();
  const folders = new Map<RunId, string>();
  let tidiedAt = performance.now();
  let last: RunId = 0;
  const troubles = new Map<RunId, { words: string; until: number }>();

  const importOf = (runId: RunId, uid: string): RunImport => {
    const known = imports.get(runId) ?? createRunImport(store, runId, runFolder(exchange, uid));
    imports.set(runId, known);
    return known;
  };
  /** A run that was deleted for good leaves no folder behind. */
  const tidy = (): void => {
    const placed = new Map(store.job.listPlaced().map(({ id, uid }) => [id, runFolder(exchange, uid)]));
    for (const [runId, folder] of folders) {
      if (placed.has(runId)) continue;
      rmSync(folder, { recursive: true, force: true });
      folders.delete(runId);
      imports.delete(runId);
    }
    for (const [runId, folder] of placed) folders.set(runId, folder);
  };
  /** What is wrong with one run's folder is no reason to let the others wait. */
  const takeOne = (id: RunId, uid: string): boolean => {
    try {
      const isMore = importOf(id, uid).take();
      troubles.delete(id);
      return isMore;
    } catch (error) {
      if (isOfStore(error)) throw error;
      const words = describeError(error);
      if (troubles.get(id)?.words !== words)
        say(`What run ${id} brings cannot be taken in, and is tried again: ${words}`);
      troubles.set(id, { words, until: performance.now() + restMs });
      return false;
    }
  };
  const isResting = (id: RunId): boolean => (troubles.get(id)?.until ?? 0) > performance.now();
  /** In one transaction: many small ones cost several times as much. */
  const takeSome = (runs: readonly { id: RunId; uid: string }[], until: number): boolean => {
    if (runs.length === 0) return false;
    return store.write(() => {
      let isMore = false;
      for (const { id, uid } of runs) {
        folders.set(id, runFolder(exchange, uid));
        if (!isResting(id)) isMore = takeOne(id, uid) || isMore;
        last = id;
        if (performance.now() > until) return true;
      }
      return isMore;
    });
  };
  tidy();

  return {
    /** Answers whether there is more to take at once. */
    take: (now = Date.now()): boolean => {
      const from = performance.now();
      if (from - tidiedAt > tidyEveryMs) {
        tidiedAt = from;
        tidy();
      }
      for (const { uid } of store.job.listLeaving()) askToEnd(runFolder(exchange, uid));
      const arriving = store.job.listArriving(now);
      // On from where the last round stopped, so that none waits for ever behind those that bring much.
      const first = arriving.findIndex(({ id }) => id > last);
      const inTurn = first < 0 ? arriving : [...arriving.slice(first), ...arriving.slice(0, first)];
      return takeSome(inTurn, from + mostMs);
    },
    /** All that is there of one run. */
    takeAll: (runId: RunId, uid: string): void => {
      while (importOf(runId, uid).take());
    },
  };
}

/** A worker that no cluster can tell looks into its folder. */
function askToEnd(folder: string): void {
  const file = join(folder, stopName);
  if (existsSync(folder) && !existsSync(file)) writeFileSync(file, '');
}
