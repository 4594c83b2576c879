import { join } from 'node:path';
import { openUpkeep } from '@duality/shared/upkeep';
import { expect } from 'vitest';
import { makeFolder, query, queueRun, type Running, start, waitFor, withStore } from './lab.ts';
import { valuesAt } from './store-writer.ts';

/** A store with `runs` running runs, and writers and readers as processes of their own. */
export function makeStoreLab(runs: number, folder = makeFolder(), store = join(folder, 'lab.db')) {
  for (let i = 0; i < runs; i++) {
    const id = queueRun(store, {});
    withStore(store, (opened) => opened.run.take(id, 'test'));
  }
  return {
    folder,
    store,
    write: (runId: number, { seed = 0, everyMs = 0, jumpAt = 0 } = {}) =>
      start(folder, 'store-writer.ts', [store, ...[runId, seed, everyMs, jumpAt].map(String)]),
    read: (everyMs = 5) => start(folder, 'store-reader.ts', [store, String(everyMs)]),
  };
}

const linesOf = (writer: Running) => writer.stdout().match(/^.+(?=\n)/gm) ?? [];

/** Steps that the writer has acknowledged so far. */
export const acknowledged = (writer: Running) =>
  linesOf(writer)
    .map(Number)
    .filter((step) => step > 0);

export const complaints = (writer: Running) => linesOf(writer).filter((line) => line.startsWith('!'));

export const waitForSteps = (writer: Running, count: number) =>
  waitFor(`${count} steps`, () => acknowledged(writer).length >= count);

export async function stop(running: Running, signal: NodeJS.Signals = 'SIGKILL') {
  running.kill(signal);
  return running.ended;
}

/** Every step that was acknowledged is there once, with its values, by another SQLite than the product's. */
export function expectKept(store: string, runId: number, steps: Iterable<number>): void {
  const rows = query(store, 'SELECT step, name, value, kind FROM v_metric WHERE run_id = ?', runId);
  const found = new Map(rows.map(({ step, name, value, kind }) => [`${step} ${name}`, kind ?? value]));
  expect(found.size).toBe(rows.length);
  const lost: string[] = [];
  for (const step of new Set(steps)) {
    for (const [name, value] of Object.entries(valuesAt(runId, step))) {
      const expected = Number.isFinite(value) ? value : Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
      if (found.get(`${step} ${name}`) !== expected) lost.push(`${step} ${name}`);
    }
  }
  expect(lost).toEqual([]);
}

/** Whole to SQLite, and the sums those of the points, as the product's check sees it. */
export function expectWell(store: string): void {
  const upkeep = openUpkeep(store);
  const problems = [...upkeep.check()].flatMap((check) => check.problems);
  upkeep.close();
  expect(problems).toEqual([]);
}

/** The same without the product: counts and extremes by plain SQL. */
export function expectTrueSums(store: string): void {
  expect(query(store, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(query(store, wrongSums)).toEqual([]);
}

/** Buckets whose counts or extremes are not those of the points in them. */
const wrongSums = `
WITH levels (level) AS (VALUES (1), (2), (3), (4))
SELECT series_id, level, bucket, n, lo, hi, non_finite FROM pyramid
EXCEPT
SELECT series_id, level, step / (1 << 4 * level), count(value), min(value), max(value), count(*) - count(value)
FROM metric JOIN levels GROUP BY 1, 2, 3`;
