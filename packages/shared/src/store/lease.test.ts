import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
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

const hour = 3_600_000;

/** Sets the clock that people set, not the one that only runs. */
function setClock(byMs: number): void {
  const { now } = Date;
  vi.spyOn(Date, 'now').mockImplementation(() => now.call(Date) + byMs);
  onTestFinished(() => void vi.restoreAllMocks());
}

test('a clock that is set back neither keeps a dead holder alive nor costs a living one its lease', async () => {
  const other = lab.reopen();
  lab.store.lease.hold('scheduler', 'a', 60);
  setClock(-hour);
  expect(other.lease.hold('scheduler', 'b', 60)).toBe(false);
  expect(other.lease.find('scheduler')).toBeUndefined();
  for (let i = 0; i < 8; i++) {
    await setTimeout(15);
    expect(lab.store.lease.hold('scheduler', 'a', 60)).toBe(true);
    expect(other.lease.hold('scheduler', 'b', 60)).toBe(false);
  }
  await setTimeout(70);
  expect(other.lease.hold('scheduler', 'b', 60)).toBe(true);
});

test('a clock that is set ahead does not let others take what is held', async () => {
  const other = lab.reopen();
  lab.store.lease.hold('scheduler', 'a', 2000);
  expect(other.lease.hold('scheduler', 'b', 2000)).toBe(false);
  setClock(hour);
  expect(other.lease.hold('scheduler', 'b', 2000)).toBe(false);
  expect(lab.store.lease.hold('scheduler', 'a', 2000)).toBe(true);
  expect(other.lease.hold('scheduler', 'b', 2000)).toBe(false);
});
