import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { configure, getPreset } from '@duality/shared';
import { expect, test } from 'vitest';
import { expectOneLine, makeFolder, query, run, withStore } from './lab.ts';

const formats = ['csv', 'jsonl', 'parquet'];
const tiny = ['wgan-gp-ring', '--set', 'batchSize=8', '--set', 'hiddenSize=8', '--set', 'evaluateEvery=20'];
const awkward = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -1 / 0,
  5e-324,
  -1.7976931348623157e308,
  0.1 + 0.2,
  3,
  1e21,
  -1e-7,
];

/** A store with a run that was trained, and one whose values are hard to write. */
async function makeStore(folder: string): Promise<string> {
  const store = join(folder, 'lab.db');
  const trained = await run(folder, 'train', [...tiny, '--steps', '60', '--name', 'a, "b"\n=c', '--store', store]);
  expect(trained).toMatchObject({ code: 0, stderr: '' });
  withStore(store, ({ run, metric }) => {
    const config = configure(getPreset('wgan-gp-mnist'), {});
    const { id } = run.queue({ preset: 'wgan-gp-mnist', engine: 'auto', config });
    for (const [i, criticLoss] of awkward.entries()) metric.append(id, 10 * i, { criticLoss, 'a, "b"': i });
  });
  return store;
}

/** What the sqlite3 command line prints, which nobody here wrote; skips the test where it is not installed. */
function askSqlite(skip: (note: string) => never, ...args: string[]): string {
  try {
    return execFileSync('sqlite3', args, { encoding: 'utf8' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') skip('there is no sqlite3 command here');
    throw error;
  }
}

const everyPoint =
  'SELECT uid, v_metric.name, step, quote(value), time_ms, kind FROM v_metric JOIN v_run USING (run_id) ORDER BY 1, 2, 3';

test.for(formats)(
  'a store leaves as %s and comes back in another place, by the word of sqlite3',
  async (format, { skip }) => {
    const folder = makeFolder();
    const store = await makeStore(folder);
    const write = (table: string) =>
      run(folder, 'export', [table, '--store', store, '--out', `a/${table}`, '--format', format]);
    expect(await write('metrics')).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/^Wrote \d+ points to/),
    });
    expect(await write('runs')).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/^Wrote 2 runs to/),
    });
    expect(readdirSync(join(folder, 'a')).sort()).toEqual(['metrics', 'runs']);

    const files = ['a/metrics', 'a/runs', '--store', 'back.db'];
    const points = Number(query(store, 'SELECT count(*) AS n FROM v_metric')[0]?.n);
    const first = await run(folder, 'import', [...files, '--json']);
    expect({ ...first, stdout: JSON.parse(first.stdout) }).toMatchObject({
      code: 0,
      stderr: '',
      stdout: { runs: { new: 2, known: 0 }, points: { new: points, changed: 0, unchanged: 0 }, ignored: [] },
    });
    const back = join(folder, 'back.db');
    const runColumns =
      'uid, name, experiment, preset, reason, seed, engine, created_at, last_step, config_json, tags_json';
    for (const sql of [everyPoint, `SELECT ${runColumns} FROM v_run WHERE status = 'completed'`]) {
      expect(askSqlite(skip, '-readonly', back, sql)).toBe(askSqlite(skip, '-readonly', store, sql));
    }
    expect(query(back, 'SELECT status, reason FROM v_run ORDER BY run_id')[1]).toEqual({
      status: 'stopped',
      reason: 'was queued when it was exported',
    });
    expect((await run(folder, 'import', files)).stdout).toBe(
      `0 runs and 0 points are new, 0 points changed; 2 runs and ${points.toLocaleString('en')} points were here already.\n`,
    );
  },
);

test('sqlite3 reads the CSV as the numbers that are in the store', async ({ skip }) => {
  const folder = makeFolder();
  const store = await makeStore(folder);
  await run(folder, 'export', ['metrics', '--store', store, '--out', 'm.csv', '--format', 'csv']);
  const differing = `SELECT count(*), sum(v.value IS NOT CAST(nullif(m.value, '') AS REAL) OR v.time_ms <> m.time_ms
    OR ifnull(v.kind, '') <> m.kind) FROM v_metric AS v JOIN m ON m.run_id = v.run_id AND m.name = v.name AND m.step = v.step`;
  const answer = askSqlite(
    skip,
    store,
    `.import --csv '${join(folder, 'm.csv')}' m`,
    differing,
    'SELECT count(*) FROM m',
  );
  const count = query(store, 'SELECT count(*) AS n FROM v_metric')[0]?.n;
  expect(answer).toBe(`${count}|0\n${count}\n`);
});

test('DuckDB reads every format as the rows that are in the store', async ({ skip }) => {
  const python = process.env.DUALITY_PYTHON;
  if (!python) return skip('DUALITY_PYTHON names no Python that has duckdb');
  const folder = makeFolder();
  const store = await makeStore(folder);
  const files = formats.map((format) => join(folder, `m.${format}`));
  for (const [i, format] of formats.entries()) {
    await run(folder, 'export', ['metrics', '--store', store, '--out', files[i] as string, '--format', format]);
  }
  const oracle = fileURLToPath(new URL('../oracles/read_tables.py', import.meta.url));
  const { rows } = JSON.parse(execFileSync(python, [oracle, store, ...files], { encoding: 'utf8' }));
  const count = query(store, 'SELECT count(*) AS n FROM v_metric')[0]?.n;
  expect(Object.values(rows)).toEqual([count, count, count]);
});

test('what cannot be exported or imported is refused in one line', async () => {
  const folder = makeFolder();
  const store = join(folder, 'lab.db');
  withStore(store, () => {});
  const refuse = async (name: string, args: string[], code: number, ...says: (string | RegExp)[]) => {
    const refused = await run(folder, name, args);
    expect(refused).toMatchObject({ code, stdout: '' });
    expectOneLine(refused.stderr, ...says);
  };
  const out = ['--out', 'x', '--store', store];
  await refuse('export', ['metrics', ...out], 2, '--format: must be one of csv, jsonl, parquet');
  await refuse('export', ['metrics', ...out, '--format', 'xlsx'], 2, '--format', 'not "xlsx"');
  await refuse('export', ['runs', '--format', 'csv'], 2, '--out');
  await refuse('export', ['metrics', ...out, '--format', 'csv', '--run', '7'], 2, 'there is no run 7');
  await refuse('export', ['metrics', '--store', store, '--out', '.', '--format', 'csv'], 1, '--out', 'folder');
  await refuse('import', [], 2, 'name the files to import');
  await refuse('import', ['nosuch.csv'], 1, 'nosuch.csv: there is no such file');
  writeFileSync(join(folder, 'm.parquet'), 'PAR1 and no more');
  await refuse('import', ['m.parquet', '--store', 'new.db'], 1, 'm.parquet: is cut off or damaged Parquet');
  expect(readdirSync(folder).filter((file) => /^(x|new)|\.part$/.test(file))).toEqual([]);
});
