import { describe, expect, test } from 'vitest';
import { ConflictError, NotFoundError } from '../../domain/errors.ts';
import { aRequest, useTestStore } from '../test-store.ts';

const lab = useTestStore();

const addRun = (name = 'first') => lab.store.run.queue(aRequest({ name })).id;
const addEnded = (name?: string) => {
  const id = addRun(name);
  lab.store.run.take(id, 'me');
  lab.store.run.end(id, 'completed', null);
  return id;
};
const newest = () => lab.store.audit.list(1)[0];
/** Undoes the entry and returns the run as it is then. */
const undone = (entry: number | null, id: number) => {
  lab.store.audit.undo(entry ?? 0);
  return lab.store.run.get(id);
};

describe('each change', () => {
  const changes: [name: string, change: (id: number) => number | null, after: object, says: RegExp][] = [
    [
      'rename',
      (id) => lab.store.manage.rename(id, 'second'),
      { name: 'second' },
      /^Renamed run 1 “first” to “second”$/,
    ],
    ['tag', (id) => lab.store.manage.tag([id], 'good'), { tags: ['good', 'kept'] }, /^Tagged run 1 “first” “good”$/],
    ['untag', (id) => lab.store.manage.untag([id], 'kept'), { tags: [] }, /^Took the tag “kept” off run 1/],
    ['note', (id) => lab.store.manage.note(id, '# Why'), { notes: '# Why' }, /^Changed the notes of run 1/],
    ['archive', (id) => lab.store.manage.archive([id]), { archivedAt: expect.any(Number) }, /^Archived run 1/],
    ['move', (id) => lab.store.manage.move([id], 'λ'), { experiment: 'λ' }, /^Moved run 1 “first” to experiment “λ”$/],
    ['remove', (id) => lab.store.manage.remove([id]), { removedAt: expect.any(Number) }, /^Removed run 1/],
  ];

  test.each(changes)('%s is told, undone to what was there, and done again', (action, change, after, says) => {
    const id = addEnded();
    lab.store.manage.tag([id], 'kept');
    const before = lab.store.run.get(id);
    const entry = change(id);
    const changed = lab.store.run.get(id);
    expect(changed).toMatchObject(after);
    expect(newest()).toMatchObject({ id: entry, action, actor: 'terminal', runIds: [id], obstacle: null });
    expect(newest()?.summary).toMatch(says);
    const undo = lab.store.audit.undo(entry ?? 0);
    expect(lab.store.run.get(id)).toEqual(before);
    expect(undo).toMatchObject({ action: 'undo', summary: expect.stringMatching(/^Undid: /) });
    const redo = lab.store.audit.undo(undo.id);
    expect(lab.store.run.get(id)).toEqual(changed);
    expect(redo).toMatchObject({ action: 'redo', summary: expect.stringMatching(/^Redid: \w/) });
    expect(undone(redo.id, id)).toEqual(before);
  });

  test('that changes nothing leaves no entry', () => {
    const id = addEnded();
    expect(lab.store.manage.rename(id, 'first')).toBeNull();
    expect(lab.store.manage.untag([id], 'none')).toBeNull();
    expect(lab.store.manage.unarchive([id])).toBeNull();
    expect(lab.store.manage.restore([id])).toBeNull();
    expect(lab.store.audit.list(9)).toEqual([]);
  });

  test('of a run that is not there is refused', () => {
    expect(() => lab.store.manage.rename(7, 'x')).toThrow(new NotFoundError('there is no run 7'));
    expect(() => lab.store.manage.tag([7], 'x')).toThrow(NotFoundError);
    expect(lab.store.audit.list(9)).toEqual([]);
  });
});

describe('a change of many runs', () => {
  test('is one entry, undone as one', () => {
    const ids = [addEnded('a'), addEnded('b'), addEnded('c')];
    lab.store.manage.tag([ids[1] as number], 'good');
    const entry = lab.store.manage.tag(ids, 'good');
    expect(newest()).toMatchObject({ summary: 'Tagged 3 runs (1, 2, 3) “good”', runIds: ids });
    lab.store.audit.undo(entry ?? 0);
    expect(ids.map((id) => lab.store.run.get(id).tags)).toEqual([[], ['good'], []]);
  });

  test('is made of all or none', () => {
    const ended = addEnded();
    const running = addRun();
    lab.store.run.take(running, 'me');
    expect(() => lab.store.manage.remove([ended, running])).toThrow(/is running and cannot be removed; stop it first/);
    expect(lab.store.run.get(ended).removedAt).toBeNull();
    expect(lab.store.audit.list(9)).toEqual([]);
  });

  test('is not undone in part', () => {
    const [a, b] = [addEnded('a'), addEnded('b')];
    const entry = lab.store.manage.move([a, b], 'x');
    lab.store.manage.move([a], 'y');
    expect(() => lab.store.audit.undo(entry ?? 0)).toThrow(ConflictError);
    expect([a, b].map((id) => lab.store.run.get(id).experiment)).toEqual(['y', 'x']);
  });
});

describe('what was changed since', () => {
  test('is not overwritten by an undo, which says what it found', () => {
    const id = addEnded();
    const rename = lab.store.manage.rename(id, 'second');
    const later = lab.store.manage.rename(id, 'third');
    const says = 'run 1 is called “third” now, no longer “second”';
    expect(lab.store.audit.list(9).map(({ obstacle }) => obstacle)).toEqual([null, says]);
    expect(() => lab.store.audit.undo(rename ?? 0)).toThrow(
      new ConflictError(`“Renamed run 1 “first” to “second”” cannot be undone any more: ${says}`),
    );
    expect(undone(later, id).name).toBe('second');
    expect(undone(rename, id).name).toBe('first');
  });

  test('does not matter where it is something else', () => {
    const id = addEnded();
    const tag = lab.store.manage.tag([id], 'a');
    lab.store.manage.tag([id], 'b');
    lab.store.manage.rename(id, 'second');
    expect(undone(tag, id)).toMatchObject({ name: 'second', tags: ['b'] });
  });

  test('an entry is undone once', () => {
    const entry = lab.store.manage.rename(addEnded(), 'second') ?? 0;
    lab.store.audit.undo(entry);
    expect(() => lab.store.audit.undo(entry)).toThrow(/has been undone already/);
    expect(() => lab.store.audit.undo(99)).toThrow(new NotFoundError('there is no change 99'));
  });
});

describe('runs in the queue', () => {
  test('undoing a removal puts a queued run back into the queue', () => {
    const id = addRun();
    const entry = lab.store.manage.remove([id]);
    expect(lab.store.run.get(id)).toMatchObject({ status: 'stopped' });
    expect(undone(entry, id)).toMatchObject({ status: 'queued', reason: null, removedAt: null });
  });

  test('a stop is undone: before the start at once, of a running run once it has stopped', () => {
    const id = addRun();
    expect(undone(lab.store.manage.stop([id]), id)).toMatchObject({ status: 'queued', endedAt: null });
    lab.store.run.take(id, 'test');
    const entry = lab.store.manage.stop([id]) ?? 0;
    expect(newest()).toMatchObject({ obstacle: expect.stringContaining('is still stopping') });
    expect(() => lab.store.audit.undo(entry)).toThrow(/still stopping; try again once it has stopped/);
    lab.store.run.end(id, 'stopped', 'stopped by request');
    const redo = lab.store.audit.undo(entry).id;
    expect(lab.store.run.get(id)).toMatchObject({ status: 'queued', reason: null, endedAt: null });
    lab.store.run.take(id, 'test');
    lab.store.audit.undo(redo);
    expect(lab.store.run.get(id)).toMatchObject({ status: 'running', stopRequested: true });
  });

  test('a stop that came too late has nothing to go on with', () => {
    const id = addRun();
    lab.store.run.take(id, 'test');
    const entry = lab.store.manage.stop([id]) ?? 0;
    lab.store.run.end(id, 'completed', null);
    expect(() => lab.store.audit.undo(entry)).toThrow(/is completed now/);
  });

  test('a resume is undone until someone trains the run', () => {
    const id = addRun();
    lab.store.run.requestStop(id);
    const before = lab.store.run.get(id);
    expect(undone(lab.store.manage.resume([id]), id)).toEqual(before);
    const again = lab.store.manage.resume([id]);
    lab.store.run.claim('me');
    expect(() => lab.store.audit.undo(again ?? 0)).toThrow(/run 1 is running now/);
  });

  test('queueing and cloning are told, with experiment, tags and notes', () => {
    const run = lab.store.manage.queue(aRequest({ name: 'n', experiment: 'λ', tags: ['b', 'a', 'b'], notes: 'why' }));
    expect(run).toMatchObject({
      experiment: 'λ',
      tags: ['a', 'b'],
      notes: 'why',
      uid: expect.stringMatching(/^[\da-f]{32}$/),
    });
    expect(newest()).toMatchObject({
      action: 'queue',
      runIds: [run.id],
      whyFinal: expect.stringContaining('removing it'),
    });
    lab.store.checkpoint.add({ runId: run.id, step: 5, bytes: 1, sha256: 'x' });
    const clone = lab.store.manage.clone({ runId: run.id, config: {} });
    expect(clone).toMatchObject({ experiment: 'λ', tags: [] });
    expect(newest()).toMatchObject({ action: 'clone', runIds: [clone.id] });
  });
});

test('tags in use are listed, the most used first', () => {
  const [a, b, gone] = [addEnded(), addEnded(), addEnded()];
  lab.store.manage.tag([b], 'rare');
  lab.store.manage.tag([a, b], 'often');
  lab.store.manage.tag([gone], 'gone');
  lab.store.manage.remove([gone]);
  expect(lab.store.manage.listTags()).toEqual([
    { name: 'often', runs: 2 },
    { name: 'rare', runs: 1 },
  ]);
});

test('entries are read page by page, newest first', () => {
  const id = addEnded();
  for (const name of ['a', 'b', 'c', 'd']) lab.store.manage.rename(id, name);
  const [first, second] = lab.store.audit.list(2);
  expect([first?.id, second?.id]).toEqual([4, 3]);
  expect(lab.store.audit.list(9, second?.id).map((entry) => entry.id)).toEqual([2, 1]);
});
