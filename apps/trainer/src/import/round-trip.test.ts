import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { configure, getPreset, type Row } from '@duality/shared';
import { findFormat, formatNames, getTable, type TableName } from '@duality/shared/export';
import { type ArrivingRun, openStore, type Store } from '@duality/shared/store';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importFiles, openFile } from './import-files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duality-import-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const time = fc.integer({ min: 0, max: 4e12 });
const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', 'a, "b"\r\nc', '=1', '# notes\n\n- x'));
const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
const aRun = fc.record<Omit<ArrivingRun, 'uid'>>({
  name: word,
  experiment: word,
  preset: fc.constant('wgan-gp-mnist'),
  config: fc.nat().map((seed) => configure(getPreset('wgan-gp-mnist'), { seed })),
  status: fc.constantFrom('completed', 'stopped', 'failed'),
  reason: fc.option(text),
  requestedEngine: fc.constantFrom('auto', 'cpu'),
  engine: fc.option(
    fc.record({
      engine: fc.constant('cpu'),
      version: text,
      device: text,
      reason: text,
      opThreads: fc.option(fc.nat(64).map((n) => n + 1)),
    }),
  ),
  dataDir: fc.option(text),
  createdAt: time,
  startedAt: fc.option(time),
  endedAt: fc.option(time),
  archivedAt: fc.option(time),
  removedAt: fc.constant(null),
  lastStep: fc.nat(50),
  parentStep: fc.constant(null),
  notes: text,
  tags: fc.uniqueArray(word, { maxLength: 4 }),
});
const name = fc.oneof(fc.constantFrom('criticLoss', 'eval.w1', '__proto__', 'a,b', '7'), word);
const someMetrics = fc.uniqueArray(
  fc.record({ step: fc.nat(400), at: time, values: fc.dictionary(name, fc.double(), { minKeys: 1, maxKeys: 4 }) }),
  { selector: ({ step }) => step, maxLength: 12 },
);
const runs = fc.uniqueArray(fc.record({ uid: fc.uuid(), run: aRun, metrics: someMetrics }), {
  selector: ({ uid }) => uid,
  minLength: 1,
  maxLength: 4,
});

function withStore<T>(file: string, body: (store: Store) => T): T {
  const store = openStore(file);
  try {
    return body(store);
  } finally {
    store.close();
  }
}

function write(store: Store, table: TableName, format: string): string {
  const file = join(folder, `${table}.${format}`);
  const { columns, read } = getTable(table);
  const bytes = findFormat(format)?.write(columns, read(store, store.table.listIds())) ?? [];
  writeFileSync(file, Buffer.concat([...bytes]));
  return file;
}

async function importInto(file: string, names: string[]) {
  const files = await Promise.all(names.map(openFile));
  const store = openStore(file);
  return importFiles(store, files).finally(() => store.close());
}

/** All that the views show, by another SQLite, without the numbers that each store gives. */
function readViews(file: string) {
  const db = new DatabaseSync(file, { readOnly: true });
  const strip = ({ run_id: _, parent_run_id: parent, ...row }: Record<string, unknown>) => ({
    ...row,
    hasParent: parent != null,
  });
  const read = (sql: string) => db.prepare(sql).all().map(strip);
  const views = {
    runs: read('SELECT * FROM v_run ORDER BY uid'),
    metrics: read('SELECT v_metric.*, uid FROM v_metric JOIN v_run USING (run_id) ORDER BY uid, v_metric.name, step'),
    inside: read('SELECT uid, data_dir, requested_engine, engine FROM run ORDER BY uid'),
  };
  db.close();
  return views;
}

describe.each(formatNames)('%s', (format) => {
  test('random runs and metrics come back whole in an empty store, and a second time nothing happens', async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(runs, async (given) => {
        count += 1;
        const [here, there] = [join(folder, `here-${count}.db`), join(folder, `there-${count}.db`)];
        const names = withStore(here, (store) => {
          for (const { uid, run, metrics } of given) {
            const runId = store.arrival.addRun({ ...run, uid: uid.replaceAll('-', '') }) as number;
            store.metric.appendMany(runId, metrics);
          }
          return [write(store, 'metrics', format), write(store, 'runs', format)];
        });
        const points = given.flatMap(({ metrics }) => metrics.flatMap(({ values }) => Object.keys(values)));
        const isEmpty = format === 'jsonl' && points.length === 0;
        const files = isEmpty ? names.slice(1) : names;
        expect(await importInto(there, files)).toEqual({
          runs: { new: given.length, known: 0 },
          points: { new: points.length, changed: 0, unchanged: 0 },
        });
        const before = readViews(there);
        expect(before).toEqual(readViews(here));
        expect(await importInto(there, files)).toEqual({
          runs: { new: 0, known: given.length },
          points: { new: 0, changed: 0, unchanged: points.length },
        });
        expect(readViews(there)).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });
});

const config = configure(getPreset('wgan-gp-mnist'), {});
const uids = ['a', 'b'].map((digit) => digit.repeat(32)) as [string, string];

/** Two runs, of which the second is a clone of the first and still running, with a point each; the files of both tables. */
function makeTwo(format = 'csv') {
  const file = join(folder, 'here.db');
  return withStore(file, (store) => {
    const parent = store.run.queue({ preset: 'wgan-gp-mnist', engine: 'auto', config });
    store.metric.append(parent.id, 1, { criticLoss: 1.5 });
    store.checkpoint.add({ runId: parent.id, step: 1, bytes: 1, sha256: 'x' });
    const clone = store.clone.begin({ runId: parent.id, config: {} }, 'someone');
    store.metric.append(clone.id, 2, { criticLoss: Number.NaN });
    return { metrics: write(store, 'metrics', format), runs: write(store, 'runs', format) };
  });
}

const there = () => join(folder, 'there.db');
const readRuns = (file = there()) => withStore(file, (store) => store.table.listIds().map((id) => store.run.get(id)));

test('a clone finds its parent, and what was queued or running arrives at rest', async () => {
  const { metrics, runs: file } = makeTwo();
  await importInto(there(), [metrics, file]);
  const [parent, clone] = readRuns();
  expect(parent).toMatchObject({ status: 'stopped', reason: 'was queued when it was exported', parent: null });
  expect(clone).toMatchObject({ status: 'stopped', reason: 'was running when it was exported', stopRequested: false });
  expect(clone?.parent).toEqual({ runId: parent?.id, step: 1 });
  expect(clone?.endedAt).toBeGreaterThanOrEqual(clone?.startedAt as number);
  expect(withStore(there(), (store) => store.run.claim('scheduler'))).toBeUndefined();
});

test('metrics without their runs are refused with the remedy, and a run that is here keeps what it is', async () => {
  const { metrics, runs: file } = makeTwo();
  await expect(importInto(there(), [metrics])).rejects.toThrow(
    /metrics\.csv, row 1, column run_uid: no run here is "[0-9a-f]{32}"; name the file of its runs as well/,
  );
  await importInto(there(), [file]);
  withStore(there(), (store) => store.run.remove(1));
  expect(await importInto(there(), [file, metrics])).toMatchObject({ runs: { new: 0, known: 2 }, points: { new: 2 } });
  expect(withStore(there(), (store) => store.run.get(1).removedAt)).not.toBeNull();
});

test('a point with another value replaces the one that is here, and says so', async () => {
  const { metrics, runs: file } = makeTwo();
  await importInto(there(), [file, metrics]);
  withStore(there(), (store) => store.metric.append(1, 1, { criticLoss: 9, own: 1 }));
  expect(await importInto(there(), [metrics])).toMatchObject({ points: { new: 0, changed: 1, unchanged: 1 } });
  const db = new DatabaseSync(there(), { readOnly: true });
  expect(db.prepare("SELECT value FROM v_metric WHERE name = 'criticLoss' AND run_id = 1").get()).toEqual({
    value: 1.5,
  });
  db.close();
});

describe('one bad row, and nothing of any file is kept', () => {
  const runRow = {
    uid: uids[0],
    name: 'run',
    preset: 'wgan-gp-mnist',
    status: 'completed',
    created_at: 1,
    last_step: 3,
    config_json: JSON.stringify(config),
  };
  const point = { run_uid: uids[0], name: 'criticLoss', step: 1, value: 1, kind: null };
  const lines = (rows: object[]) => rows.map((row) => JSON.stringify(row)).join('\n');

  const importLines = async (runRows: object[], points: object[]) => {
    const files = [join(folder, 'points'), join(folder, 'runs')] as const;
    writeFileSync(files[0], lines(points));
    writeFileSync(files[1], lines(runRows));
    return importInto(there(), [...files]);
  };

  test('rows without what is not needed are taken', async () => {
    expect(await importLines([runRow], [point])).toMatchObject({ runs: { new: 1 }, points: { new: 1 } });
    const { runs } = readViews(there());
    expect(runs).toMatchObject([{ experiment: 'default', engine: null, tags_json: '[]', notes: '' }]);
  });

  test.each([
    [{ uid: 'ABC' }, /runs, row 2, column uid: must be 32 hexadecimal digits$/],
    [{ status: 'done' }, /runs, row 2, column status: /],
    [{ last_step: -1 }, /runs, row 2, column last_step: /],
    [{ last_step: 1.5 }, /runs, row 2, column last_step: must be a whole number, not 1.5$/],
    [{ name: null }, /runs, row 2, column name: must be text, not empty$/],
    [{ config_json: '{' }, /runs, row 2, column config_json: must be JSON$/],
    [{ config_json: '{"steps":0}' }, /runs, row 2, column config_json: /],
    [
      { config_json: JSON.stringify({ ...config, batchSize: 0 }) },
      /column config_json: batchSize must be at least 1, not 0$/,
    ],
    [{ engine_json: '{"engine":"abacus"}' }, /column engine_json: engine: /],
    [{ tags_json: '"x"' }, /column tags_json: /],
  ])('a run with %j', async (change, message) => {
    await expect(importLines([runRow, { ...runRow, uid: uids[1], ...change }], [point])).rejects.toThrow(message);
    expect(readRuns()).toEqual([]);
  });

  test.each([
    [{ run_uid: uids[1] }, /points, row 3, column run_uid: no run here is "b{32}"/],
    [{ step: -1 }, /points, row 3, column step: must be at least 0, not -1$/],
    [{ step: '2' }, /points, row 3, column step: must be a whole number, not "2"$/],
    [{ value: null }, /points, row 3, column value: is empty, and kind does not say why$/],
    [{ kind: 'nan' }, /points, row 3, column kind: must be empty beside a value, not "nan"$/],
    [{ value: null, kind: 'none' }, /points, row 3, column kind: must be nan, inf, -inf or empty, not "none"$/],
    [{ name: '' }, /points, row 3, column name: must not be empty$/],
  ])('a point with %j', async (change, message) => {
    const points: Row[] | object[] = [point, { ...point, step: 2 }, { ...point, step: 3, ...change }];
    await expect(importLines([runRow], points)).rejects.toThrow(message);
    expect(readRuns()).toEqual([]);
  });

  test('a file with a column missing, and one that holds something else', async () => {
    const { value: _, ...rest } = point;
    await expect(importLines([runRow], [rest])).rejects.toThrow(/points: has no column value, as metrics must have$/);
    const file = join(folder, 'songs.csv');
    writeFileSync(file, 'title,artist\nx,y\n');
    await expect(openFile(file)).rejects.toThrow(
      /songs\.csv: holds neither runs \(no column config_json\) nor metrics/,
    );
    writeFileSync(file, 'name,step,value\nx,1,2\n');
    await expect(openFile(file)).rejects.toThrow(/songs\.csv: has no column run_uid, as metrics must have$/);
  });
});
