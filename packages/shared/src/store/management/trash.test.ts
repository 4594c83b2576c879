import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { ConflictError, NotFoundError } from '../../domain/errors.ts';
import { checkpointFolder } from '../index.ts';
import { aRequest, useTestStore } from '../test-store.ts';

const lab = useTestStore();
const dayMs = 24 * 60 * 60 * 1000;

/** A run of 50 steps with a picture, a log line and a checkpoint with its file, in the trash. */
function addRemoved(name = 'old') {
  const { id } = lab.store.run.begin(aRequest({ name }), 'me', null);
  for (let step = 1; step <= 50; step++) lab.store.metric.append(id, step, { criticLoss: step, stepMs: 1 });
  lab.store.sampleGrid.add({ runId: id, step: 1, columns: 1, rows: 1, width: 1, height: 1, png: Buffer.alloc(1000) });
  lab.store.checkpoint.add({ runId: id, step: 50, bytes: 70_000, sha256: 'x' });
  const folder = checkpointFolder(lab.store, id);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'step-50.safetensors'), 'weights');
  lab.store.log.add(id, 'info', 'hello');
  lab.store.run.end(id, 'completed', null);
  lab.store.run.remove(id);
  return { id, folder };
}

/** What is left of a run, told by a connection that is not the store's. */
function countRows(id: number): Record<string, number> {
  const outside = new Sqlite(lab.file, { readonly: true });
  const count = (sql: string) => outside.prepare<[number], number>(`SELECT count(*) FROM ${sql}`).pluck().get(id) ?? 0;
  const rows = {
    run: count('run WHERE id = ?'),
    series: count('series WHERE run_id = ?'),
    metric: count('metric JOIN series ON series.id = series_id WHERE run_id = ?'),
    grid: count('sample_grid WHERE run_id = ?'),
    log: count('log WHERE run_id = ?'),
    checkpoint: count('checkpoint WHERE run_id = ?'),
    change: count('change WHERE run_id = ?'),
  };
  outside.close();
  return rows;
}

function setTimes(id: number, times: Record<string, number>): void {
  const outside = new Sqlite(lab.file);
  for (const [column, at] of Object.entries(times)) {
    outside.prepare(`UPDATE run SET ${column} = ? WHERE id = ?`).run(at, id);
  }
  outside.close();
}

test('the trash says what is in it, until when, and about how much space it takes', () => {
  const { id } = addRemoved();
  lab.store.run.queue(aRequest());
  const [item, ...others] = lab.store.trash.list();
  expect(others).toEqual([]);
  const run = lab.store.run.get(id);
  expect(item).toMatchObject({ run, isPurging: false, expiresAt: (run.removedAt ?? 0) + 30 * dayMs });
  expect(item?.bytes).toBeGreaterThan(71_000);
  expect(item?.bytes).toBeLessThan(80_000);
});

test('a purge leaves nothing but a word to open pages and an entry that says what went', async () => {
  const { id, folder } = addRemoved();
  const kept = addRemoved('kept');
  const before = countRows(kept.id);
  const { uid } = lab.store.run.get(id);
  const cursor = lab.store.change.newest();
  expect(await lab.store.trash.purge(id)).toMatchObject({ runId: id, name: 'old', bytes: expect.any(Number) });
  expect(countRows(id)).toEqual({ run: 0, series: 0, metric: 0, grid: 0, log: 0, checkpoint: 0, change: 1 });
  expect(existsSync(folder)).toBe(false);
  expect(lab.store.change.listSince(cursor, 9)).toMatchObject([{ runId: id, kind: 'purged' }]);
  expect(lab.store.audit.list(1)).toMatchObject([
    {
      action: 'purge',
      summary: `Deleted run ${id} “old” (${uid}) of experiment “default” for good: 50 steps, about 78 kB`,
      whyFinal: 'nothing of it is left',
    },
  ]);
  expect(countRows(kept.id)).toEqual(before);
  expect(existsSync(kept.folder)).toBe(true);
});

test('the numbers of changes are never given twice, even where the newest are deleted', async () => {
  const { id } = addRemoved();
  const newest = lab.store.change.newest();
  await lab.store.trash.purge(id);
  expect(lab.store.change.newest()).toBeGreaterThan(newest);
});

test('only what is in the trash is purged', async () => {
  const { id } = lab.store.run.queue(aRequest({ name: 'wanted' }));
  await expect(lab.store.trash.purge(id)).rejects.toThrow(
    new ConflictError(`run ${id} “wanted” is not in the trash; remove it first`),
  );
  await expect(lab.store.trash.purge(99)).rejects.toThrow(NotFoundError);
});

test('a run whose checkpoint a clone still waits for stays', async () => {
  const { id } = addRemoved();
  const clone = lab.store.clone.queue({ runId: id, config: { steps: 99 }, name: 'heir' });
  await expect(lab.store.trash.purge(id)).rejects.toThrow(
    `run ${id} “old” cannot be deleted for good: run ${clone.id} “heir”, a clone of it, has yet to start from its checkpoint of step 50`,
  );
  expect(countRows(id)).toMatchObject({ run: 1, checkpoint: 1, metric: 100 });
  lab.store.checkpoint.add({ runId: clone.id, step: 50, bytes: 1, sha256: 'x' });
  await lab.store.trash.purge(id);
  expect(lab.store.run.get(clone.id).parent).toBeNull();
});

test('an interrupted purge cannot be taken back, only finished', async () => {
  const { id, folder } = addRemoved();
  const outside = new Sqlite(lab.file);
  outside.prepare('UPDATE run SET purge_bytes = 5000 WHERE id = ?').run(id);
  outside.prepare('DELETE FROM checkpoint WHERE run_id = ?').run(id);
  outside.close();
  expect(lab.store.trash.list()).toMatchObject([{ isPurging: true, bytes: 5000 }]);
  expect(() => lab.store.manage.restore([id])).toThrow(/is being deleted for good and is no longer whole/);
  expect(() => lab.store.clone.queue({ runId: id, config: {} })).toThrow(/has no checkpoint/);
  expect(await lab.store.trash.purgeExpired(0)).toEqual([{ runId: id, name: 'old', bytes: 5000 }]);
  expect(countRows(id)).toMatchObject({ run: 0, metric: 0 });
  expect(existsSync(folder)).toBe(false);
});

test('an undo does not bring back what is being deleted', () => {
  const { id } = lab.store.run.queue(aRequest());
  const entry = lab.store.manage.remove([id]);
  const outside = new Sqlite(lab.file);
  outside.prepare('UPDATE run SET purge_bytes = 0 WHERE id = ?').run(id);
  outside.close();
  expect(() => lab.store.audit.undo(entry ?? 0)).toThrow(/is being deleted for good/);
  expect(lab.store.run.get(id).removedAt).not.toBeNull();
});

test('after 30 days a run goes by itself, and not a moment earlier', async () => {
  const { id } = addRemoved();
  const removedAt = lab.store.run.get(id).removedAt ?? 0;
  expect(await lab.store.trash.purgeExpired(removedAt + 30 * dayMs - 1)).toEqual([]);
  expect(await lab.store.trash.purgeExpired(removedAt + 30 * dayMs)).toMatchObject([{ runId: id }]);
  expect(lab.store.audit.list(1)).toMatchObject([{ actor: 'scheduler' }]);
});

test('a clock that stood wrong does not end the 30 days early', async () => {
  const now = Date.now();
  const future = addRemoved('removed by a clock that was ahead').id;
  setTimes(future, { removed_at: now + 365 * dayMs });
  const past = addRemoved('removed by a clock that was behind').id;
  setTimes(past, { removed_at: 0 });
  expect(await lab.store.trash.purgeExpired(now)).toEqual([]);
  expect(await lab.store.trash.purgeExpired(0)).toEqual([]);
  expect(await lab.store.trash.purgeExpired(now + 31 * dayMs)).toMatchObject([{ runId: past }]);
});

test('a clone goes before its parent, and one that must stay does not keep the others', async () => {
  const parent = addRemoved('parent').id;
  const clone = lab.store.clone.queue({ runId: parent, config: { steps: 99 } }).id;
  lab.store.run.remove(clone);
  const needed = addRemoved('needed').id;
  lab.store.clone.queue({ runId: needed, config: { steps: 99 } });
  const blocked: string[] = [];
  const freed = await lab.store.trash.purgeExpired(Date.now() + 31 * dayMs, (reason) => blocked.push(reason));
  expect(freed.map(({ runId }) => runId)).toEqual([clone, parent]);
  expect(blocked).toEqual([expect.stringMatching(/“needed” cannot be deleted for good/)]);
});
