import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { configure, getPreset } from '@duality/shared';
import { checkpointFolder } from '@duality/shared/store';
import { expect, test } from 'vitest';
import { query, waitFor, withStore } from './lab.ts';
import { makeLab } from './scheduler-lab.ts';

const steps = 60_000;
const monthMs = 31 * 24 * 60 * 60 * 1000;
const names = ['criticLoss', 'generatorLoss', 'criticEstimate', 'realScore', 'fakeScore', 'stepMs'];
const config = configure(getPreset('wgan-gp-mnist'), {});

/** A long run with a checkpoint file that went into the trash a month ago, and a run that was never removed. */
function seed(file: string): { doomed: number; kept: number; folder: string } {
  const seeded = withStore(file, (store) => {
    const [doomed, kept] = ['doomed', 'kept'].map((name) => {
      const { id } = store.run.begin({ preset: 'wgan-gp-mnist', engine: 'auto', config, name }, 'test', null);
      const last = name === 'kept' ? 100 : steps;
      for (let first = 1; first <= last; first += 1000) {
        const many = Array.from({ length: Math.min(1000, last) }, (_, i) => ({
          step: first + i,
          values: Object.fromEntries(names.map((metric) => [metric, first + i])),
        }));
        store.metric.appendMany(id, many);
      }
      store.run.end(id, 'completed', null);
      return id;
    }) as [number, number];
    store.checkpoint.add({ runId: doomed, step: steps, bytes: 7, sha256: 'x' });
    const folder = checkpointFolder(store, doomed);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `step-${steps}.safetensors`), 'weights');
    store.manage.remove([doomed]);
    return { doomed, kept, folder };
  });
  const db = new DatabaseSync(file);
  const past = Date.now() - monthMs;
  db.prepare('UPDATE run SET created_at = ?1, started_at = ?1, ended_at = ?1, removed_at = ?1 WHERE id = ?2').run(
    past,
    seeded.doomed,
  );
  db.close();
  return seeded;
}

test('a scheduler killed while it empties the trash leaves a run that can only be deleted, and the next one does', async () => {
  const { store: file, schedule } = makeLab();
  const { doomed, kept, folder } = seed(file);
  const points = (id: number) =>
    Number(
      query(file, 'SELECT count(*) AS n FROM metric JOIN series ON series.id = series_id WHERE run_id = ?', id)[0]?.n,
    );
  const keptBefore = query(file, 'SELECT * FROM v_metric WHERE run_id = ? ORDER BY name, step', kept);
  const first = schedule();
  const isBegun = () =>
    query(
      file,
      `SELECT 1 FROM run WHERE id = ? AND purge_bytes > 0
       AND (SELECT count(*) FROM metric JOIN series ON series.id = series_id WHERE run_id = run.id AND step = 1) < ?`,
      doomed,
      names.length,
    ).length > 0;
  await waitFor('the purge to begin', isBegun);
  first.kill('SIGKILL');
  await first.ended;

  const left = points(doomed);
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(steps * names.length);
  expect(query(file, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  withStore(file, (store) => {
    expect(store.trash.list()).toMatchObject([{ run: { id: doomed }, isPurging: true }]);
    expect(() => store.manage.restore([doomed])).toThrow(/is being deleted for good/);
    const removal = store.audit.list(9).find(({ action }) => action === 'remove');
    expect(() => store.audit.undo(removal?.id ?? 0)).toThrow();
    expect(store.audit.list(9).filter(({ action }) => action === 'purge')).toEqual([]);
    store.metric.append(kept, 101, { criticLoss: 101 });
  });

  const second = schedule();
  await waitFor('the end of the purge', () => query(file, 'SELECT 1 FROM run WHERE id = ?', doomed).length === 0);
  await waitFor('the word on it', () => /Run \d+ “doomed” was in the trash for 30 days/.test(second.stdout()));
  second.kill('SIGTERM');
  await second.ended;
  expect(points(doomed)).toBe(0);
  expect(existsSync(folder)).toBe(false);
  expect(query(file, 'SELECT kind FROM change WHERE run_id = ?', doomed)).toEqual([{ kind: 'purged' }]);
  expect(query(file, 'SELECT actor FROM audit WHERE action = ?', 'purge')).toEqual([{ actor: 'scheduler' }]);
  expect(query(file, 'SELECT * FROM v_metric WHERE run_id = ? AND step <= 100 ORDER BY name, step', kept)).toEqual(
    keptBefore,
  );
});
