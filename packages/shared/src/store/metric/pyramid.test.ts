import Sqlite, { type Database } from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aRequest, useTestStore } from '../test-store.ts';
import { rebuildAll } from './rebuild.ts';

const lab = useTestStore();
const startRun = () => lab.store.run.queue(aRequest()).id;

const value = fc.oneof(
  { weight: 6, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
  { weight: 2, arbitrary: fc.integer({ min: -3, max: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY) },
);

/** Steps go on in small strides, jump over whole buckets of several levels, or go back as after a resume. */
const stride = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 2, arbitrary: fc.integer({ min: 10, max: 40 }) },
  { weight: 1, arbitrary: fc.integer({ min: 200, max: 70_000 }) },
  { weight: 2, arbitrary: fc.integer({ min: -60, max: 0 }) },
);

type Action =
  | { kind: 'append'; stride: number; values: Record<string, number> }
  | { kind: 'many'; strides: number[]; value: number }
  | { kind: 'fault'; stride: number }
  | { kind: 'reopen' | 'other writer' | 'take back' | 'purge another run' };

const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 30,
    arbitrary: fc.record({
      kind: fc.constant('append' as const),
      stride,
      values: fc.dictionary(fc.constantFrom('a', 'b', 'eval.c'), value, { minKeys: 1 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('many' as const),
      strides: fc.array(stride, { minLength: 1, maxLength: 200, size: 'max' }),
      value,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('fault' as const), stride }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('reopen' as const, 'other writer', 'take back', 'purge another run'),
    }),
  },
) as fc.Arbitrary<Action>;

test('after any appends, repeats, faults, restarts, second writers and purges the pyramid is that of the raw points', () => {
  fc.assert(
    fc.property(fc.array(action, { minLength: 1, maxLength: 120, size: 'max' }), (actions) => {
      const runId = startRun();
      play(runId, actions);
      const outside = new Sqlite(lab.file);
      const kept = pyramidOf(outside, runId);
      outside.transaction(() => rebuildAll(outside))();
      expect(kept).toEqual(pyramidOf(outside, runId));
      outside.close();
    }),
    { numRuns: 25 },
  );
});

function play(runId: number, actions: readonly Action[]): void {
  let writer = lab.store;
  let step = 0;
  const go = (by: number) => {
    step = Math.max(0, step + by);
    return step;
  };
  for (const action of actions) {
    if (action.kind === 'append') writer.metric.append(runId, go(action.stride), action.values);
    if (action.kind === 'many') {
      const steps = action.strides.map((by, i) => ({ step: go(by), values: { a: action.value, b: i } }));
      writer.metric.appendMany(runId, steps);
    }
    if (action.kind === 'fault') expect(() => failAt(writer, runId, go(action.stride))).toThrow('planted');
    if (action.kind === 'reopen' || action.kind === 'other writer') writer = lab.reopen();
    if (action.kind === 'other writer') lab.store.metric.append(runId, go(1), { a: 1, d: 2 });
    if (action.kind === 'take back') expect(() => takeBack(writer, runId, go(20))).toThrow('taken back');
    if (action.kind === 'purge another run') purgeAnother();
  }
}

/** The commit fails after its first metric was written. */
function failAt(writer: typeof lab.store, runId: number, step: number): void {
  const outside = new Sqlite(lab.file);
  outside.exec(
    "CREATE TRIGGER fault BEFORE INSERT ON metric WHEN new.value = 13.5 BEGIN SELECT raise(ABORT, 'planted'); END",
  );
  try {
    writer.metric.append(runId, step, { a: 1, e: 2, b: 13.5 });
  } finally {
    outside.exec('DROP TRIGGER fault');
    outside.close();
  }
}

/** What was written is undone by what goes on around it, as in an import that fails. */
function takeBack(writer: typeof lab.store, runId: number, step: number): void {
  writer.read(() => {
    writer.metric.append(runId, step, { a: 1, f: 2 });
    throw new Error('taken back');
  });
}

function purgeAnother(): void {
  const id = startRun();
  lab.store.metric.appendMany(
    id,
    Array.from({ length: 40 }, (_, i) => ({ step: i * 3, values: { a: i } })),
  );
  const outside = new Sqlite(lab.file);
  outside.pragma('foreign_keys = ON');
  outside.prepare('DELETE FROM run WHERE id = ?').run(id);
  expect(outside.prepare('SELECT count(*) FROM series WHERE run_id = ?').pluck().get(id)).toBe(0);
  outside.close();
}

function pyramidOf(db: Database, runId: number): unknown {
  return {
    rows: db.prepare('SELECT pyramid.* FROM pyramid JOIN series ON series.id = series_id WHERE run_id = ?').all(runId),
    totals: db.prepare('SELECT * FROM series WHERE run_id = ? ORDER BY id').all(runId),
    orphans: db.prepare('SELECT count(*) FROM pyramid WHERE series_id NOT IN (SELECT id FROM series)').pluck().get(),
  };
}
