import { expect, test } from 'vitest';
import { useTestStore } from './test-store.ts';

const lab = useTestStore();

test('one holder at a time, who may renew and release', () => {
  const other = lab.reopen();
  expect(lab.store.lease.hold('scheduler', 'a', 60_000, { slots: 2 })).toBe(true);
  expect(other.lease.hold('scheduler', 'b', 60_000)).toBe(false);
  expect(lab.store.lease.hold('scheduler', 'a', 60_000, { slots: 3 })).toBe(true);
  expect(other.lease.find('scheduler')).toMatchObject({ holder: 'a', detail: { slots: 3 } });
  lab.store.lease.release('scheduler', 'b');
  expect(other.lease.hold('scheduler', 'b', 60_000)).toBe(false);
  lab.store.lease.release('scheduler', 'a');
  expect(other.lease.hold('scheduler', 'b', 60_000)).toBe(true);
});

test('a lease that was not renewed is free again', () => {
  expect(lab.store.lease.hold('scheduler', 'a', -1)).toBe(true);
  expect(lab.store.lease.find('scheduler')).toBeUndefined();
  expect(lab.store.lease.hold('scheduler', 'b', 60_000)).toBe(true);
});
