import { expect, test } from 'vitest';
import { aRequest, useTestStore } from '../test-store.ts';

const lab = useTestStore();
const queue = (name: string) => lab.store.run.queue(aRequest({ name })).id;
const running = (name: string) => {
  const id = queue(name);
  lab.store.run.take(id, 'test');
  return id;
};
const statuses = (ids: number[]) => ids.map((id) => lab.store.run.get(id).status);
const removed = (ids: number[]) => ids.map((id) => lab.store.run.get(id).removedAt !== null);

test('what cannot be done to some is told with their number, the rest is one change and one undo', () => {
  const ids = [queue('a'), running('b'), queue('c'), running('d')];
  const outcome = lab.store.bulk.changeMany({ action: 'remove', runIds: [...ids, 4711] });
  expect(outcome).toMatchObject({
    done: 2,
    left: [
      { reason: 'training: stop first', count: 2 },
      { reason: 'deleted for good', count: 1 },
    ],
  });
  expect(removed(ids)).toEqual([true, false, true, false]);
  expect(lab.store.audit.list(10)).toHaveLength(1);
  lab.store.audit.undo(outcome.auditId ?? 0);
  expect(removed(ids)).toEqual([false, false, false, false]);
  expect(statuses(ids)).toEqual(['queued', 'running', 'queued', 'running']);
});

test('tags, experiments and the archive change for those that differ', () => {
  const [a, b] = [queue('a'), queue('b')];
  lab.store.manage.tag([a], 'x');
  const tagged = lab.store.bulk.changeMany({ action: 'tag', runIds: [a, b], tag: 'x' });
  expect(tagged).toMatchObject({ done: 1, left: [{ reason: 'tagged so already', count: 1 }] });
  lab.store.audit.undo(tagged.auditId ?? 0);
  expect([a, b].map((id) => lab.store.run.get(id).tags)).toEqual([['x'], []]);
  lab.store.bulk.changeMany({ action: 'move', runIds: [a, b], experiment: 'new' });
  expect([a, b].map((id) => lab.store.run.get(id).experiment)).toEqual(['new', 'new']);
  expect(lab.store.bulk.changeMany({ action: 'unarchive', runIds: [a, b] })).toMatchObject({ done: 0, auditId: null });
});

test('a run that is in no state for it is left alone', () => {
  const ended = running('ended');
  lab.store.run.end(ended, 'completed', null);
  const diverged = running('diverged');
  lab.store.run.end(diverged, 'failed', 'diverged: the critic loss is not a number at step 3');
  const stopped = queue('stopped');
  lab.store.run.requestStop(stopped);
  const ids = [ended, diverged, stopped];
  expect(lab.store.bulk.changeMany({ action: 'stop', runIds: ids })).toMatchObject({ done: 0 });
  expect(lab.store.bulk.changeMany({ action: 'resume', runIds: ids })).toMatchObject({ done: 1 });
  expect(statuses(ids)).toEqual(['completed', 'failed', 'queued']);
  expect(lab.store.bulk.changeMany({ action: 'restore', runIds: ids })).toMatchObject({
    left: [{ reason: 'not in the trash', count: 3 }],
  });
});

test('a stop of waiting and running runs is one change, and undone as one', () => {
  const ids = [queue('a'), running('b')];
  const { done, auditId } = lab.store.bulk.changeMany({ action: 'stop', runIds: ids });
  expect(done).toBe(2);
  lab.store.run.end(ids[1] ?? 0, 'stopped', 'stopped by request');
  expect(statuses(ids)).toEqual(['stopped', 'stopped']);
  lab.store.audit.undo(auditId ?? 0);
  expect(statuses(ids)).toEqual(['queued', 'queued']);
});
