import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Event, makeFolder, query, readCurve, readEvents, run, start, tiny, waitForStep } from './lab.ts';

const everyStep = [
  'criticEstimate',
  'criticLoss',
  'fakeScore',
  'generatorLoss',
  'gradientNorm',
  'gradientPenalty',
  'realScore',
  'stepMs',
];

test('the events of a run say every step, end with done, and agree with the views of the store', async () => {
  const folder = makeFolder();
  const store = join(folder, 'lab.db');
  const args = [...tiny, '--set', 'checkpointEvery=4', '--steps', '6', '--seed', '7'];
  const { code, stdout, stderr } = await run(folder, 'train', [
    ...args,
    '--name',
    'Six steps',
    '--store',
    store,
    '--json',
  ]);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(stdout.endsWith('\n')).toBe(true);
  const events = readEvents(stdout);
  expect(events.at(-1)).toEqual({ type: 'done', runId: 1, status: 'completed', step: 6 });
  expectMetrics(store, events);
  expectRun(store, events[0] as Event);
  expectGrids(store, events);
  expectCheckpoints(store, events);
});

function expectMetrics(store: string, events: Event[]): void {
  const metrics = events.filter(({ type }) => type === 'metrics');
  expect(metrics.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6]);
  for (const { values } of metrics) expect(Object.keys(values ?? {}).sort()).toEqual(everyStep);
  const told = metrics.flatMap(({ step, values }) =>
    Object.entries(values ?? {}).map(([name, value]) => ({ run_id: 1, name, step, value, kind: null })),
  );
  const stored = query(store, 'SELECT run_id, name, step, value, kind FROM v_metric');
  expect(sorted(stored)).toEqual(sorted(told));
  const wrongTimes = `SELECT count(*) AS n FROM v_metric JOIN v_run USING (run_id)
    WHERE time_ms IS NULL OR time_ms NOT BETWEEN started_at AND ended_at`;
  expect(query(store, wrongTimes)).toEqual([{ n: 0 }]);
}

const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(row, Object.keys(row).sort())).sort();

function expectRun(store: string, started: Event): void {
  const [run, ...others] = query(store, 'SELECT * FROM v_run');
  expect(others).toEqual([]);
  const { type, runId, name, firstStep, engine } = started;
  expect({ type, runId, name, firstStep }).toEqual({
    type: 'start',
    runId: 1,
    name: 'Six steps',
    firstStep: 1,
  });
  expect(run).toMatchObject({ run_id: 1, name, engine, preset: 'wgan-gp-mnist', seed: 7, status: 'completed' });
  expect(run).toMatchObject({ reason: null, last_step: 6, experiment: expect.any(String) });
  expect(JSON.parse(String(run?.config_json))).toMatchObject({ steps: 6, seed: 7, batchSize: 4 });
  const times = [run?.created_at, run?.started_at, run?.ended_at].map(Number);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(Math.abs(Date.now() - (times[2] ?? 0))).toBeLessThan(600_000);
}

function expectGrids(store: string, events: Event[]): void {
  const grids = query(store, 'SELECT * FROM v_sample_grid ORDER BY step');
  expect(grids.map(({ step }) => step)).toEqual([1, 2, 4, 6]);
  expect(events.flatMap(({ type, step }) => (type === 'sampleGrid' ? [step] : []))).toEqual([1, 2, 4, 6]);
  for (const { png, columns, rows, width, height } of grids) {
    const bytes = Buffer.from(png as Uint8Array);
    expect(bytes.toString('latin1', 0, 8)).toBe('\x89PNG\r\n\x1a\n');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([width, height]);
    expect(Number(width) / Number(columns)).toBeGreaterThanOrEqual(28);
    expect(Number(height) / Number(rows)).toBeGreaterThanOrEqual(28);
    expect(bytes.includes('IEND')).toBe(true);
  }
  expect(new Set(grids.map(({ png }) => Buffer.from(png as Uint8Array).toString('hex'))).size).toBe(4);
}

function expectCheckpoints(store: string, events: Event[]): void {
  const checkpoints = query(store, 'SELECT * FROM v_checkpoint ORDER BY step');
  expect(checkpoints.map(({ step }) => step)).toEqual([4, 6]);
  expect(events.flatMap(({ type, step }) => (type === 'checkpoint' ? [step] : []))).toEqual([4, 6]);
  for (const { step, bytes, sha256 } of checkpoints) {
    const file = readFileSync(`${store}-checkpoints/run-1/step-${step}.safetensors`);
    expect({ bytes: file.length, sha256: createHash('sha256').update(file).digest('hex') }).toEqual({ bytes, sha256 });
  }
}

test('a reader sees whole steps only, at any moment', async () => {
  const folder = makeFolder();
  const store = join(folder, 'lab.db');
  const trainer = start(folder, 'train', [...tiny, '--steps', '25', '--store', store, '--json']);
  await waitForStep(trainer, 1);
  const reader = new DatabaseSync(store, { readOnly: true, timeout: 10_000 });
  const newest = reader.prepare(
    `SELECT last_step AS step, (SELECT count(*) FROM v_metric WHERE step > last_step) AS beyond,
      (SELECT count(*) FROM v_metric WHERE step = last_step) AS metrics FROM v_run`,
  );
  const seen = new Set<unknown>();
  while (!trainer.isOver()) {
    const { step, ...rest } = newest.get() ?? {};
    expect(rest).toEqual({ beyond: 0, metrics: everyStep.length });
    seen.add(step);
    await setImmediate();
  }
  reader.close();
  expect((await trainer.ended).code).toBe(0);
  expect(seen.size).toBeGreaterThan(3);
});

test('the same seed gives the same curve, pictures and state to the last bit; another seed gives others', async () => {
  const folder = makeFolder();
  const store = join(folder, 'lab.db');
  const train = (seed: string) => run(folder, 'train', [...tiny, '--steps', '6', '--seed', seed, '--store', store]);
  for (const seed of ['3', '3', '4']) expect((await train(seed)).code).toBe(0);

  const [first, again, other] = [1, 2, 3].map((runId) => readCurve(store, runId));
  expect(first?.metrics).toHaveLength(6 * (everyStep.length - 1));
  expect(again).toEqual(first);
  const values = (curve: typeof first) => curve?.metrics.map(({ value }) => value);
  for (const [i, value] of values(first)?.entries() ?? []) expect(values(other)?.[i]).not.toBe(value);
});

test('lines for people name the run, the engine and how to see it, and go to stdout', async () => {
  const folder = makeFolder();
  const { code, stdout, stderr } = await run(folder, 'train', [...tiny, '--steps', '2', '--store', 'lab.db']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^Run 1 .*(tensorflow|wasm|cpu)/);
  expect(stdout).toMatch(/step 2\/2 .*steps\/s.*left.*critic estimate -?\d/);
  expect(stdout.trimEnd()).toMatch(/Run 1 is complete at step 2\.$/);
});
