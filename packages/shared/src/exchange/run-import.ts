import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RunId } from '../domain/run.ts';
import type { FragmentCursor, Store } from '../store/index.ts';
import { applyRecords } from './apply.ts';
import { readFragment } from './read-fragment.ts';
import type { Record } from './record.ts';
import { checkpointName, fragmentName, listFragments, stateName } from './run-folder.ts';

/** A file that a record names and that cannot be seen is waited for so long: network file systems show things late. */
const fileGraceMs = 60_000;

/**
 * Takes in what a run's folder holds beyond what was taken in before. Any number of times, whatever has arrived and in
 * whatever order: the store comes to be the same. Answers whether there is more to read at once.
 */
export function createRunImport(store: Store, runId: RunId, folder: string, graceMs = fileGraceMs) {
  const absentSince = new Map<string, number>();

  const isMissing = (record: Record, later: readonly Record[]): boolean => {
    if (record.kind !== 'checkpoint') return false;
    const name = stateName(checkpointName(record.step));
    if (existsSync(join(folder, name))) return absentSince.delete(name) && false;
    if (later.some((other) => other.kind === 'forget' && other.steps.includes(record.step))) return false;
    const since = absentSince.get(name) ?? performance.now();
    absentSince.set(name, since);
    return performance.now() - since < graceMs;
  };
  /** Those before the first whose file is not there yet. */
  const untilMissing = (records: Record[]): Record[] => {
    const at = records.findIndex((record, i) => isMissing(record, records.slice(i + 1)));
    return at < 0 ? records : records.slice(0, at);
  };
  const takeFragment = (cursor: FragmentCursor, cursors: readonly FragmentCursor[], isLast: boolean): boolean => {
    const found = readFragment(join(folder, fragmentName(cursor.fragment)), cursor);
    if (found.records.length === 0) return false;
    const [first] = found.records;
    if (first?.kind === 'begin' && !hasAllOf(first.seen, cursors)) return false;
    // What a worker after it had, that one has dealt with.
    const records = isLast ? untilMissing(found.records) : found.records;
    if (records.length === 0) return false;
    const isWhole = records.length === found.records.length;
    store.write(() => {
      applyRecords({ store, runId, folder }, records);
      const byte = isWhole ? found.cursor.byte : cursor.byte;
      store.fragmentCursor.put(runId, { ...cursor, record: cursor.record + records.length, byte });
    });
    return isWhole && found.isFull;
  };

  return {
    take: (): boolean => {
      let isMore = false;
      const fragments = listFragments(folder);
      for (const fragment of fragments) {
        const cursors = store.fragmentCursor.list(runId);
        // What a worker wrote that the next one never saw is trained again by that one.
        if (cursors.some((other) => other.fragment > fragment)) continue;
        isMore =
          takeFragment(
            cursors.find((other) => other.fragment === fragment) ?? { fragment, record: 0, byte: 0 },
            cursors,
            fragment === fragments.at(-1),
          ) || isMore;
      }
      return isMore;
    },
  };
}

/** Whether all was taken in that the worker of a fragment had before it. */
const hasAllOf = (seen: readonly number[], cursors: readonly FragmentCursor[]): boolean =>
  seen.every((count, i) => count === 0 || (cursors.find(({ fragment }) => fragment === i + 1)?.record ?? 0) >= count);
