import { expect, test } from 'vitest';
import { tellBulk } from './tell-bulk.ts';

test('what was done is told with its number, and what was not with its reason', () => {
  const left = [{ reason: 'training: stop first', count: 2 }];
  expect(tellBulk({ action: 'remove', runIds: [1] }, { done: 1200, auditId: 1, left })).toEqual({
    title: '1,200 runs in the trash',
    message: 'Left as they were: 2 training: stop first.',
  });
  expect(tellBulk({ action: 'tag', runIds: [1], tag: 'a' }, { done: 1, auditId: 1, left: [] })).toEqual({
    title: 'One run tagged “a”',
    message: 'All that were selected.',
  });
  expect(tellBulk({ action: 'stop', runIds: [1] }, { done: 0, auditId: null, left }).title).toBe('Nothing to do');
});
