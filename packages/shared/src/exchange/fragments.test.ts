import { appendFileSync, mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SlurmPlace } from '../domain/place.ts';
import { checkpointFile } from '../store/index.ts';
import { aRequest, useTestStore } from '../store/test-store.ts';
import { encodeLine } from './line.ts';
import type { Record } from './record.ts';
import { checkpointName, fragmentName, stateName } from './run-folder.ts';
import { createRunImport } from './run-import.ts';

const sha256 = 'a'.repeat(64);
const png = Buffer.from('no picture').toString('base64');

/** What two workers wrote: the second goes on from step 4 of the first, which had come to 6. */
const first: Record[] = [
  { kind: 'begin', at: 1000, host: 'a1', job: '7_0', seen: [] },
  {
    kind: 'engine',
    report: { engine: 'cpu', version: '1', device: 'CPU', reason: 'it is asked for', opThreads: null },
  },
  { kind: 'log', at: 1001, level: 'info', message: 'starts' },
  ...[1, 2, 3, 4].map((step): Record => ({ kind: 'metrics', step, at: 1001 + step, values: { criticLoss: 1 / step } })),
  { kind: 'grid', step: 4, at: 1006, columns: 1, rows: 1, width: 1, height: 1, png },
  { kind: 'checkpoint', step: 4, at: 1007, bytes: 3, sha256 },
  { kind: 'metrics', step: 5, at: 1008, values: { criticLoss: Number.NaN, generatorLoss: Number.NEGATIVE_INFINITY } },
  { kind: 'alert', step: 5, at: 1009, rule: 'mode-collapse', severity: 'error', message: 'not finite', edits: {} },
  { kind: 'metrics', step: 6, at: 1010, values: { criticLoss: 0.1 } },
];
const second: Record[] = [
  { kind: 'begin', at: 2000, host: 'b2', job: '7_0', seen: [first.length] },
  { kind: 'rewind', step: 4 },
  ...[5, 6, 7, 8].map((step): Record => ({ kind: 'metrics', step, at: 2000 + step, values: { criticLoss: 1 / step } })),
  {
    ...{ kind: 'evaluation', step: 8, at: 2010, detail: { classCounts: [1, 2] }, neighbours: png },
    estimates: { 'eval.fid': { value: 1, low: 0.5, high: Number.POSITIVE_INFINITY } },
  },
  { kind: 'checkpoint', step: 8, at: 2011, bytes: 3, sha256 },
  { kind: 'forget', steps: [4] },
  { kind: 'end', at: 2012, status: 'completed', reason: null },
];

const linesOf = (records: Record[]) => records.map((record, i) => encodeLine({ number: i + 1, record }));
const lines = { 1: linesOf(first), 2: linesOf(second) };

const lab = useTestStore();
let folder: string;
let runId: number;
let outside: DatabaseSync;

beforeEach(() => {
  outside = new DatabaseSync(lab.file, { readOnly: true });
  renew();
});
afterEach(() => outside.close());

/** Another run in the same store, and an empty folder of it. */
function renew(): void {
  runId = lab.store.run.queue(aRequest({ place: SlurmPlace.parse({ kind: 'slurm' }) })).id;
  folder = join(dirname(lab.file), `run-${runId}`);
  mkdirSync(join(folder, dirname(stateName('x'))), { recursive: true });
  for (const step of [4, 8]) writeFileSync(join(folder, stateName(checkpointName(step))), 'abc');
}

const write = (fragment: number, text: string | Buffer) => appendFileSync(join(folder, fragmentName(fragment)), text);
const take = (graceMs?: number) => {
  const running = createRunImport(lab.store, runId, folder, graceMs);
  while (running.take());
};

const tables = {
  run: 'SELECT status, reason, engine, last_step, ended_at, host, started_at FROM run WHERE id = ?',
  metrics: 'SELECT name, step, value, kind FROM v_metric WHERE run_id = ? ORDER BY 1, 2',
  log: 'SELECT at, level, message FROM log WHERE run_id = ? ORDER BY seq',
  grids: 'SELECT step, png, created_at FROM sample_grid WHERE run_id = ?',
  checkpoints: 'SELECT step, bytes, sha256, created_at FROM checkpoint WHERE run_id = ?',
  evaluations: 'SELECT step, detail, neighbours, created_at FROM evaluation WHERE run_id = ?',
  intervals: 'SELECT name, step, low, high FROM metric_interval WHERE run_id = ?',
  alerts: 'SELECT step, rule, message, ended_step, created_at FROM alert WHERE run_id = ?',
};

/** Every row that a record leaves behind. */
const readAll = () => Object.entries(tables).map(([name, sql]) => [name, outside.prepare(sql).all(runId)] as const);

function readWhole() {
  renew();
  write(1, lines[1].join(''));
  write(2, lines[2].join(''));
  take();
  return readAll();
}

test('what two workers wrote stands in the store as they wrote it', () => {
  readWhole();
  expect(lab.store.run.get(runId)).toMatchObject({ status: 'completed', lastStep: 8, engine: { engine: 'cpu' } });
  const [loss] = lab.store.series.list(runId, { width: 100 });
  expect(loss?.values).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((step) => 1 / step));
  expect(lab.store.checkpoint.list(runId)).toEqual([{ runId, step: 8, bytes: 3, sha256 }]);
  expect(lab.store.alert.list(runId)).toEqual([]);
  expect(lab.store.log.list(runId)).toMatchObject([{ at: 1001, message: 'starts' }]);
  expect(() => readWhole()).not.toThrow();
});

test('torn at every byte, in two pieces: the same store', () => {
  const whole = readWhole();
  for (const fragment of [1, 2] as const) {
    const bytes = Buffer.from(lines[fragment].join(''));
    for (let at = 0; at < bytes.length; at++) {
      renew();
      if (fragment === 2) write(1, lines[1].join(''));
      write(fragment, bytes.subarray(0, at));
      take();
      write(fragment, bytes.subarray(at));
      take();
      if (fragment === 1) write(2, lines[2].join(''));
      take();
      expect(readAll()).toEqual(whole);
    }
  }
}, 300_000);

test('a line that a full disk cut, and that was written again behind a line end: the same store', () => {
  const whole = readWhole();
  const [head, cut, ...tail] = lines[1];
  for (let at = 0; at < (cut as string).length; at += 7) {
    renew();
    write(1, `${head}${cut?.slice(0, at)}\n`);
    take();
    write(1, [cut, ...tail].join(''));
    write(2, lines[2].join(''));
    take();
    expect(readAll()).toEqual(whole);
  }
});

describe('lines', () => {
  /** Each line at least once, in any order, with torn and foreign ones between. */
  const shuffled = (own: string[]) =>
    fc
      .tuple(fc.shuffledSubarray(own, { minLength: own.length }), fc.array(fc.nat(own.length - 1), { maxLength: 6 }))
      .chain(([order, again]) =>
        fc.array(fc.tuple(fc.nat(99), fc.nat(40)), { maxLength: 4 }).map((torn) => {
          const all = [...order, ...again.map((i) => own[i] as string)];
          for (const [at, length] of torn)
            all.splice(at % all.length, 0, `${own[at % own.length]?.slice(0, length)}\n`);
          return all;
        }),
      );

  test('repeated, reordered, with torn ones between, in interleaved files and pieces: the same store', () => {
    const whole = readWhole();
    fc.assert(
      fc.property(shuffled(lines[1]), shuffled(lines[2]), fc.array(fc.boolean(), { maxLength: 60 }), (a, b, turns) => {
        renew();
        const left = { 1: [...a], 2: [...b] };
        for (const isSecond of turns) {
          const fragment = isSecond ? 2 : 1;
          write(fragment, left[fragment].shift() ?? '');
          if (turns.length % 3 === 0) take();
        }
        write(2, left[2].join(''));
        take();
        write(1, left[1].join(''));
        take();
        take();
        expect(readAll()).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  test('of any bytes but these change nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        renew();
        write(1, Buffer.from(bytes));
        write(1, '\n');
        take();
        expect(lab.store.run.get(runId).status).toBe('queued');
        write(1, lines[1].join(''));
        take();
        expect(lab.store.run.get(runId).lastStep).toBe(6);
      }),
      { numRuns: 50 },
    );
  });
});

test('a file that a record names is waited for, and in the end gone on without', () => {
  renew();
  rmSync(join(folder, stateName(checkpointName(4))));
  write(1, lines[1].join(''));
  take();
  expect(lab.store.run.get(runId).lastStep).toBe(4);
  take(0);
  expect(lab.store.run.get(runId).lastStep).toBe(6);
  expect(lab.store.checkpoint.list(runId)).toEqual([]);
});

test('the file of a checkpoint is the hub’s own, and goes with it', () => {
  write(1, lines[1].join(''));
  take();
  const file = checkpointFile(lab.store, runId, 4);
  truncateSync(file, 1); // it is there
  write(2, lines[2].join(''));
  take();
  expect(() => truncateSync(file, 1)).toThrow(/ENOENT/);
});
