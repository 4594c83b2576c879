import { expect, test } from 'vitest';
import { ConflictError, NotFoundError } from '../../domain/errors.ts';
import { aRequest, useTestStore } from '../test-store.ts';

const lab = useTestStore();
const addRun = (experiment?: string) => lab.store.run.queue(aRequest(experiment ? { experiment } : {})).id;
const names = () => lab.store.experiment.list().map(({ name }) => name);
const undo = (entry: number | null) => lab.store.audit.undo(entry ?? 0);

test('each name that a run uses is an experiment, with counts by status and its newest activity', () => {
  const [, second, third] = [addRun(), addRun('λ'), addRun('λ')];
  lab.store.run.take(second, 'me');
  lab.store.run.end(second, 'completed', null);
  lab.store.run.remove(third);
  lab.store.experiment.create('empty');
  expect(new Set(names())).toEqual(new Set(['default', 'λ', 'empty']));
  expect(lab.store.experiment.list().find(({ name }) => name === 'λ')).toMatchObject({
    counts: { queued: 0, running: 0, completed: 1, stopped: 0, failed: 0 },
    removed: 1,
    newestAt: lab.store.run.get(second).endedAt,
  });
  expect(lab.store.experiment.list().at(-1)).toMatchObject({ name: 'empty', newestAt: null });
});

test('a new name takes all runs along, those in the trash too, and back', () => {
  const ids = [addRun('a'), addRun('a')];
  lab.store.experiment.note('a', 'why');
  lab.store.run.remove(ids[1] as number);
  const before = lab.store.experiment.list();
  const entry = lab.store.experiment.rename('a', 'b');
  expect(ids.map((id) => lab.store.run.get(id).experiment)).toEqual(['b', 'b']);
  expect(lab.store.experiment.list()).toMatchObject([{ name: 'b', notes: 'why' }]);
  undo(entry);
  expect(ids.map((id) => lab.store.run.get(id).experiment)).toEqual(['a', 'a']);
  expect(lab.store.experiment.list()).toEqual(before);
});

test('a new name is not taken back over runs that came since', () => {
  addRun('a');
  const entry = lab.store.experiment.rename('a', 'b');
  addRun('b');
  expect(() => undo(entry)).toThrow(/experiment “b” has 1 run, the trash included; move them first/);
  expect(names()).toEqual(['b']);
});

test('a name that is taken or not there is refused', () => {
  addRun('a');
  addRun('b');
  expect(() => lab.store.experiment.rename('a', 'b')).toThrow(ConflictError);
  expect(() => lab.store.experiment.create('a')).toThrow(/there is an experiment “a” already/);
  expect(() => lab.store.experiment.rename('none', 'c')).toThrow(NotFoundError);
  expect(() => lab.store.experiment.note('none', 'c')).toThrow('there is no experiment “none”');
});

test('only an empty one is deleted, and comes back with its notes', () => {
  const id = addRun('a');
  lab.store.experiment.note('a', 'why');
  expect(() => lab.store.experiment.remove('a')).toThrow(/has 1 run, the trash included/);
  lab.store.manage.move([id], 'b');
  const entry = lab.store.experiment.remove('a');
  expect(names()).toEqual(['b']);
  undo(entry);
  expect(lab.store.experiment.list().find(({ name }) => name === 'a')).toMatchObject({ notes: 'why' });
});

test('moving to a name makes the experiment, and the undo unmakes it unless it is used', () => {
  const [a, b] = [addRun(), addRun()];
  undo(lab.store.manage.move([a], 'typo'));
  expect(names()).toEqual(['default']);
  const entry = lab.store.manage.move([a], 'used');
  lab.store.manage.move([b], 'used');
  undo(entry);
  expect(lab.store.run.get(a).experiment).toBe('default');
  expect(new Set(names())).toEqual(new Set(['default', 'used']));
});

test('notes are undone to those before', () => {
  addRun('a');
  lab.store.experiment.note('a', 'one');
  const entry = lab.store.experiment.note('a', 'two');
  undo(entry);
  expect(lab.store.experiment.list()).toMatchObject([{ notes: 'one' }]);
});
