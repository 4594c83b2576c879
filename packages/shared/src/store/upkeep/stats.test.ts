import { statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { aRequest, useTestStore } from '../test-store.ts';
import { openUpkeep } from './upkeep.ts';

const lab = useTestStore();

function readStats() {
  const upkeep = openUpkeep(lab.file);
  const stats = upkeep.stats();
  upkeep.close();
  return stats;
}

test('an empty store has nothing of anything', () => {
  expect(readStats()).toMatchObject({
    runs: { queued: 0, running: 0, completed: 0, stopped: 0, failed: 0 },
    steps: 0,
    points: 0,
    bytesPerPoint: null,
    mostPoints: [],
    grids: { count: 0, bytes: 0 },
    checkpoints: { count: 0, bytes: 0 },
    trash: { runs: 0, bytes: 0 },
  });
});

test('what was written is counted, and every byte of the file is in a table', () => {
  const [first, second] = [1, 2].map(() => lab.store.run.queue(aRequest()).id) as [number, number];
  const steps = (n: number) => Array.from({ length: n }, (_, i) => ({ step: i + 1, values: { a: i, b: Number.NaN } }));
  lab.store.metric.appendMany(first, steps(100));
  lab.store.metric.appendMany(second, steps(400));
  lab.store.sampleGrid.add({
    runId: second,
    step: 1,
    columns: 1,
    rows: 1,
    width: 1,
    height: 1,
    png: Buffer.alloc(777),
  });
  lab.store.checkpoint.add({ runId: second, step: 1, bytes: 12_345, sha256: '' });
  lab.store.run.remove(second);
  const outside = new Sqlite(lab.file);
  outside.pragma('wal_checkpoint(TRUNCATE)');
  outside.close();
  const stats = readStats();
  expect(stats).toMatchObject({
    runs: { queued: 1, stopped: 0 },
    steps: 500,
    points: 1000,
    mostPoints: [
      { runId: second, points: 800 },
      { runId: first, points: 200 },
    ],
    grids: { count: 1, bytes: 777 },
    checkpoints: { count: 1, bytes: 12_345 },
    bytes: statSync(lab.file).size,
    walBytes: 0,
    freePages: 0,
  });
  expect(stats.trash.runs).toBe(1);
  expect(stats.trash.bytes).toBeGreaterThan(777 + 12_345 + 800 * 10);
  expect(stats.tables.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(statSync(lab.file).size);
});
