import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { aRequest, useTestStore } from '../test-store.ts';
import { openUpkeep } from './upkeep.ts';

const lab = useTestStore();

const png = Buffer.from('89504e470d0a1a0a00', 'hex');

/** Two series of 5,000 points, some of which are no finite numbers, and a grid. */
function fill(): number {
  const { id } = lab.store.run.queue(aRequest());
  const steps = Array.from({ length: 5000 }, (_, i) => ({
    step: i + 1,
    values: { criticLoss: Math.sin(i) * 1e-3, odd: i % 7 === 0 ? Number.NaN : i / 3 },
  }));
  lab.store.metric.appendMany(id, steps);
  lab.store.sampleGrid.add({ runId: id, step: 1, columns: 1, rows: 1, width: 1, height: 1, png });
  return id;
}

function tamper(sql: string): void {
  const outside = new Sqlite(lab.file);
  outside.pragma('foreign_keys = OFF');
  expect(outside.prepare(sql).run().changes).toBeGreaterThan(0);
  outside.close();
}

function findProblems(): string[] {
  const upkeep = openUpkeep(lab.file);
  const found = [...upkeep.check()].flatMap(({ problems }) => problems.map(({ message }) => message));
  upkeep.close();
  return found;
}

function repair() {
  const upkeep = openUpkeep(lab.file);
  const repaired = upkeep.repair();
  upkeep.close();
  return repaired;
}

test('a store that was only written through its own functions is well', () => {
  const id = fill();
  for (const step of [5001, 17, 4999, 5000]) lab.store.metric.append(id, step, { criticLoss: -step, late: 1 });
  expect(findProblems()).toEqual([]);
});

const last = 'criticLoss of run 1 differ from its points in 1 row';

test.each([
  ['UPDATE pyramid SET mean = mean * (1 + 3e-16) WHERE series_id = 1 AND level = 1 AND bucket = 7', last],
  ['UPDATE pyramid SET lo_step = lo_step + 1 WHERE series_id = 1 AND level = 2 AND bucket = 3', last],
  ['DELETE FROM pyramid WHERE series_id = 1 AND level = 3 AND bucket = 0', last],
  ['UPDATE pyramid SET bucket = 999 WHERE series_id = 1 AND level = 1 AND bucket = 311', '2 rows'],
  ['UPDATE series SET n = n + 1 WHERE id = 1', last],
  ['UPDATE metric SET value = 99 WHERE series_id = 1 AND step = 30', 'in 4 rows'],
  ['DELETE FROM metric WHERE series_id = 1 AND step > 4000', 'criticLoss of run 1'],
  ['UPDATE run SET last_step = 4999', 'run 1 is said to be at step 4999, but has metrics of step 5000'],
])('after %s the check says where, and a repair makes it well without touching a point', (sql, says) => {
  fill();
  tamper(sql);
  const points = readPoints();
  expect(findProblems()).toEqual([expect.stringContaining(says)]);
  expect(repair()).toEqual(sql.includes('UPDATE run') ? { series: 0, runs: 1 } : { series: 1, runs: 0 });
  expect(findProblems()).toEqual([]);
  expect(readPoints()).toEqual(points);
});

const readPoints = () => {
  const outside = new Sqlite(lab.file, { readonly: true });
  const rows = outside.prepare('SELECT * FROM metric').raw().all();
  outside.close();
  return rows;
};

test('what no repair can make is told and left', () => {
  fill();
  tamper("UPDATE sample_grid SET png = x'89504e47'");
  tamper('UPDATE series SET run_id = 7 WHERE id = 2');
  const problems = [
    'a row of series (2) names a run that is not there',
    'the sample grid of run 1 at step 1 is no PNG',
  ];
  expect(findProblems()).toEqual(problems);
  repair();
  expect(findProblems()).toEqual(problems);
});

test('damage to the file is told, and nothing else is looked at', () => {
  fill();
  tamper('DELETE FROM metric WHERE step > 4990');
  const outside = new Sqlite(lab.file);
  outside.unsafeMode(true);
  outside.pragma('writable_schema = ON');
  outside.exec(
    "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'log') WHERE name = 'log_by_run'",
  );
  outside.close();
  const upkeep = openUpkeep(lab.file);
  const checks = [...upkeep.check()];
  upkeep.close();
  expect(checks.map(({ name }) => name)).toEqual(['file']);
  expect(checks[0]?.problems[0]).toMatchObject({ remedy: expect.stringContaining('backup') });
});

test('trainers write on while a check sees one moment', () => {
  const id = fill();
  const upkeep = openUpkeep(lab.file);
  const problems = [];
  let step = 5000;
  for (const check of upkeep.check()) {
    problems.push(...check.problems);
    for (let i = 0; i < 100; i++) lab.store.metric.append(id, ++step, { criticLoss: step });
  }
  upkeep.close();
  expect(problems).toEqual([]);
  expect(lab.store.run.get(id).lastStep).toBe(step);
});

test('a repair under a trainer at work leaves it writing true sums', () => {
  const id = fill();
  tamper('UPDATE pyramid SET hi = 1e9 WHERE level = 2');
  lab.store.metric.append(id, 5001, { criticLoss: 1, odd: 2 });
  expect(repair()).toEqual({ series: 2, runs: 0 });
  for (let step = 5002; step < 5400; step++) lab.store.metric.append(id, step, { criticLoss: step, odd: -step });
  expect(findProblems()).toEqual([]);
});

test('a run that is being deleted is no problem, whatever is left of it', () => {
  const id = fill();
  lab.store.run.remove(id);
  tamper(`UPDATE run SET purge_bytes = 1 WHERE id = ${id}`);
  tamper('DELETE FROM metric WHERE step < 3000');
  expect(findProblems()).toEqual([]);
});

test('no store is made or migrated for the sake of looking at it', () => {
  const missing = `${lab.file}.none`;
  expect(() => openUpkeep(missing)).toThrow(/there is no store .*--store FILE/);
  expect(existsSync(missing)).toBe(false);
  tamper('DELETE FROM sqlite_sequence');
  const outside = new Sqlite(lab.file);
  outside.pragma('user_version = 2');
  expect(() => openUpkeep(lab.file)).toThrow(/of an older Duality \(store version 2, .*schedule -- --check/);
  openUpkeep(lab.file, { olderWillDo: true }).close();
  expect(outside.pragma('user_version', { simple: true })).toBe(2);
  outside.close();
});
