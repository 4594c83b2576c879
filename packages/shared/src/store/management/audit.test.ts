import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ConflictError } from '../../domain/errors.ts';
import type { Store } from '../index.ts';
import { aRequest, useTestStore } from '../test-store.ts';

const lab = useTestStore();

type Action = (store: Store) => unknown;

const runIds = fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 });
const word = fc.constantFrom('a', 'b', 'default', 'x y', 'λ');
const oneRun = fc.integer({ min: 1, max: 5 });

/** The newest entry before the actions of this try. */
let start = 0;

/** Everything that people can do and undo. */
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.tuple(oneRun, word).map(
    ([id, name]): Action =>
      ({ manage }) =>
        manage.rename(id, name),
  ),
  fc.tuple(runIds, word).map(
    ([ids, tag]): Action =>
      ({ manage }) =>
        manage.tag(ids, tag),
  ),
  fc.tuple(runIds, word).map(
    ([ids, tag]): Action =>
      ({ manage }) =>
        manage.untag(ids, tag),
  ),
  fc.tuple(oneRun, word).map(
    ([id, notes]): Action =>
      ({ manage }) =>
        manage.note(id, notes),
  ),
  fc.tuple(runIds, word).map(
    ([ids, name]): Action =>
      ({ manage }) =>
        manage.move(ids, name),
  ),
  fc.tuple(runIds, fc.constantFrom('archive', 'unarchive', 'remove', 'restore', 'resume', 'stop')).map(
    ([ids, verb]): Action =>
      ({ manage }) =>
        manage[verb as 'archive'](ids),
  ),
  word.map(
    (name): Action =>
      ({ experiment }) =>
        experiment.create(name),
  ),
  word.map(
    (name): Action =>
      ({ experiment }) =>
        experiment.remove(name),
  ),
  fc.tuple(word, word).map(
    ([name, to]): Action =>
      ({ experiment }) =>
        experiment.rename(name, to),
  ),
  fc.tuple(word, word).map(
    ([name, notes]): Action =>
      ({ experiment }) =>
        experiment.note(name, notes),
  ),
  // An undo of one of them, undos included.
  fc.nat(4).map(
    (back): Action =>
      ({ audit }) => {
        const own = audit.list(5).filter(({ id }) => id > start);
        audit.undo(own[back]?.id ?? 0);
      },
  ),
);

/** Through an SQLite that is not the store's. The trash hides runs from v_run, so the table tells of those. */
function readAll(file: string) {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    return {
      runs: db.prepare('SELECT * FROM v_run ORDER BY run_id').all(),
      trash: db.prepare('SELECT id, name, removed_at, status FROM run WHERE removed_at IS NOT NULL ORDER BY id').all(),
      experiments: db.prepare('SELECT * FROM experiment ORDER BY name').all(),
    };
  } finally {
    db.close();
  }
}

/** The experiments without those that are new, all runs being where they were before. */
function leaveOut<Row extends Record<string, unknown>>(experiments: Row[], before: { experiments: Row[] }): Row[] {
  const known = new Set(before.experiments.map(({ name }) => name));
  return experiments.filter(({ name }) => known.has(name));
}

/** What cannot be done is refused with a sentence; anything else is a fault. */
function attempt(body: () => unknown): void {
  try {
    body();
  } catch (error) {
    if (!['ConflictError', 'NotFoundError'].includes((error as Error).name)) throw error;
  }
}

function isUndone(id: number): boolean {
  try {
    lab.store.audit.undo(id);
    return true;
  } catch (error) {
    if (error instanceof ConflictError && /there is an experiment .* again/.test(error.message)) return false;
    throw error;
  }
}

test('whatever people did, undoing it all in reverse order brings back what was there', () => {
  for (const name of ['one', 'two', 'three', 'four', 'five']) lab.store.run.queue(aRequest({ name }));
  lab.store.run.claim('me');
  lab.store.run.end(1, 'completed', null);
  lab.store.run.requestStop(2);
  fc.assert(
    fc.property(fc.array(action, { maxLength: 25 }), (actions) => {
      start = lab.store.audit.list(1)[0]?.id ?? 0;
      const before = readAll(lab.file);
      for (const act of actions) attempt(() => act(lab.store));
      const entries = lab.store.audit.list(100).filter(({ id }) => id > start);
      // What an undo among them took back is done with.
      const done = entries.filter(({ action, undoneAt }) => undoneAt === null && action !== 'undo');
      // Moving a run makes its experiment; undone while another run is in there, that stays, and the other's undo is not its.
      const isMixed = entries.some(({ action }) => action === 'undo');
      const refused = done.filter(({ id }) => !isUndone(id));
      if (isMixed && refused.length > 0) return; // by such an experiment's name, which is taken
      expect(refused).toEqual([]);
      const after = readAll(lab.file);
      if (isMixed) after.experiments = leaveOut(after.experiments, before);
      expect(after).toEqual(before);
    }),
    { numRuns: 60 },
  );
});

test('an undo that is refused changes nothing, its entry included', () => {
  const { id } = lab.store.run.queue(aRequest({ name: 'one' }));
  const entry = lab.store.manage.rename(id, 'two') ?? 0;
  lab.store.manage.rename(id, 'three');
  const before = [readAll(lab.file), lab.store.audit.list(9)];
  expect(() => lab.store.audit.undo(entry)).toThrow(ConflictError);
  expect([readAll(lab.file), lab.store.audit.list(9)]).toEqual(before);
});

test('an obstacle is told exactly where an undo would be refused', () => {
  for (const name of ['one', 'two', 'three', 'four', 'five']) lab.store.run.queue(aRequest({ name }));
  fc.assert(
    fc.property(fc.array(action, { maxLength: 10 }), (actions) => {
      for (const act of actions) attempt(() => act(lab.store));
      for (const { id, obstacle } of lab.store.audit.list(10)) {
        if (obstacle !== null) expect(() => lab.store.audit.undo(id)).toThrow(ConflictError);
      }
    }),
    { numRuns: 30 },
  );
});
