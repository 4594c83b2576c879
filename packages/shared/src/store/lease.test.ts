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

/** Clocks that stand still until they are told: the one that people set, and the one that only runs. */
function holdClocks() {
  const at = { set: Date.now(), runs: performance.now() };
  vi.spyOn(Date, 'now').mockImplementation(() => at.set);
  vi.spyOn(performance, 'now').mockImplementation(() => at.runs);
  onTestFinished(() => void vi.restoreAllMocks());
  return {
    set: (byMs: number) => {
      at.set += byMs;
    },
    pass: (ms: number) => {
      at.set += ms;
      at.runs += ms;
    },
  };
}

test('a clock that is set back neither keeps a dead holder alive nor costs a living one its lease', () => {
  const other = lab.reopen();
  const clocks = holdClocks();
  lab.store.lease.hold('scheduler', 'a', 60);
  clocks.set(-hour);
  expect(other.lease.hold('scheduler', 'b', 60)).toBe(false);
  expect(other.lease.find('scheduler')).toBeUndefined();
  for (let i = 0; i < 8; i++) {
    clocks.pass(15);
    expect(lab.store.lease.hold('scheduler', 'a', 60)).toBe(true);
    expect(other.lease.hold('scheduler', 'b', 60)).toBe(false);
  }
  clocks.pass(70);
  expect(other.lease.hold('scheduler', 'b', 60)).toBe(true);
});

test('a clock that is set ahead does not let others take what is held', () => {
  const other = lab.reopen();
  const clocks = holdClocks();
  lab.store.lease.hold('scheduler', 'a', 2000);
  expect(other.lease.hold('scheduler', 'b', 2000)).toBe(false);
  clocks.set(hour);
  expect(other.lease.hold('scheduler', 'b', 2000)).toBe(false);
  expect(lab.store.lease.hold('scheduler', 'a', 2000)).toBe(true);
  expect(other.lease.hold('scheduler', 'b', 2000)).toBe(false);
});
