import { configure, getPreset, wasInterrupted } from '@duality/shared';
import { openTestStore } from '@duality/shared/open-test-store';
import { describeProcess } from '@duality/shared/store';
import { expect, test } from 'vitest';
import { endHung } from './hung.ts';
import type { Launcher } from './launchers/launcher.ts';

const holder = 'scheduler 1 on here';

function setUp(claimedBy = holder) {
  const store = openTestStore();
  const config = configure(getPreset('wgan-gp-mnist'), {});
  const { id } = store.run.queue({ preset: 'wgan-gp-mnist', engine: 'auto', config });
  store.run.take(id, claimedBy);
  store.run.setProcess(id, describeProcess(process.pid));
  const ended: number[] = [];
  const launcher = { stop: (trainer: { pid: number }) => void ended.push(trainer.pid) } as unknown as Launcher;
  const look = (second: number) =>
    endHung({ store, launcher, holder, patienceMs: 60_000, say: () => {} }, second * 1000);
  return { store, id, ended, look };
}

test('a trainer without a heartbeat for as long as patience lasts is ended, with the reason', () => {
  const { store, id, ended, look } = setUp();
  for (let second = 0; second < 60; second += 10) look(second);
  expect(ended).toEqual([]);
  look(60);
  expect(ended).toEqual([process.pid]);
  expect(store.run.get(id)).toMatchObject({ status: 'failed', reason: expect.stringMatching(/^hung: .*60 s/) });
  expect(wasInterrupted(store.run.get(id))).toBe(true); // a sweep goes on with it by itself
});

test('a heartbeat begins patience anew, whatever time it claims', () => {
  const { store, ended, look } = setUp();
  const { now } = Date;
  for (let second = 0; second <= 300; second += 10) {
    if (second % 50 === 0) {
      Date.now = () => now() - second * 3_600_000;
      store.run.beat(1);
      Date.now = now;
    }
    look(second);
  }
  expect(ended).toEqual([]);
});

test('what the scheduler itself slept through is not held against a trainer', () => {
  const { ended, look } = setUp();
  look(0);
  look(36_000);
  look(36_001);
  expect(ended).toEqual([]);
});

test('a foreground run that somebody paused is left alone', () => {
  const { ended, look } = setUp('foreground 7');
  for (let second = 0; second < 600; second += 10) look(second);
  expect(ended).toEqual([]);
});
