import { DatabaseSync } from 'node:sqlite';
import { configure, getPreset } from '@duality/shared';
import { openTestStore } from '@duality/shared/open-test-store';
import { describeProcess, type Store } from '@duality/shared/store';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { TrainerExit } from './launchers/launcher.ts';
import { type Schedule, stopAll, tick } from './schedule.ts';

let store: Store;
let launched: number[];
let exits: TrainerExit[];
let stops: { pid: number; atOnce: boolean }[];
let memory: number | undefined;

beforeEach(() => {
  store = openTestStore();
  launched = [];
  exits = [];
  stops = [];
  memory = undefined;
});

const config = configure(getPreset('wgan-gp-mnist'), {});
const queue = () => store.run.queue({ preset: 'wgan-gp-mnist', engine: 'auto', config }).id;
const schedule = (changes: Partial<Schedule> = {}): Schedule => ({
  store,
  launcher: {
    launch: (runId) => void launched.push(runId),
    holds: (runId) => launched.includes(runId),
    listExits: () => exits,
    nextExit: () => new Promise(() => {}),
    forget: (runId) => {
      exits = exits.filter((exit) => exit.runId !== runId);
    },
    stop: (trainer, atOnce) => void stops.push({ pid: trainer.pid, atOnce }),
    measureMemory: () => memory,
  },
  holder: 'scheduler test',
  slots: 1,
  limits: { threads: 1 },
  patienceMs: 60_000,
  engine: 'auto',
  describeCluster: () => null,
  say: () => {},
  ...changes,
});

/** Its process is one of another boot from now on. */
function endProcessOf(runId: number): void {
  const db = new DatabaseSync(store.file);
  db.prepare("UPDATE run SET process_started_at = 'another boot 1' WHERE id = ?").run(runId);
  db.close();
}

test('as many runs start as there are slots, the oldest first', () => {
  const ids = [queue(), queue(), queue()];
  tick(schedule({ slots: 2 }));
  expect(launched).toEqual(ids.slice(0, 2));
  store.run.end(ids[0] as number, 'completed', null);
  tick(schedule({ slots: 2 }));
  expect(launched).toEqual(ids);
});

test('a second scheduler does nothing while the first holds the lease', () => {
  tick(schedule());
  queue();
  tick(schedule({ holder: 'scheduler other' }));
  expect(launched).toEqual([]);
});

test('a trainer that ended without a word fails its run with the reason, one that spoke keeps its word', () => {
  const [silent, spoke] = [queue(), queue()];
  tick(schedule({ slots: 2 }));
  store.run.end(spoke, 'completed', null);
  exits = [
    { runId: silent, reason: 'was ended by SIGKILL' },
    { runId: spoke, reason: 'exited with code 0' },
  ];
  tick(schedule({ slots: 0 }));
  expect(store.run.get(silent)).toMatchObject({
    status: 'failed',
    reason: 'the trainer was ended by SIGKILL; resume it to go on',
  });
  expect(store.run.get(spoke)).toMatchObject({ status: 'completed', reason: null });
});

test('an end that could not be written down is written in the next round', () => {
  const silent = queue();
  const running = schedule();
  tick(running);
  exits = [{ runId: silent, reason: 'exited with code 1' }];
  vi.spyOn(store.run, 'end').mockImplementationOnce(() => {
    throw new Error('database or disk is full');
  });
  expect(() => tick(running)).toThrow('full');
  expect(store.run.get(silent).status).toBe('running');
  tick(running);
  expect(store.run.get(silent)).toMatchObject({
    status: 'failed',
    reason: expect.stringContaining('exited with code 1'),
  });
});

test('a trainer of this machine that is gone is lost at once, however lately it beat', () => {
  const gone = queue();
  store.run.claim('scheduler old');
  store.run.setProcess(gone, describeProcess(process.pid));
  tick(schedule({ slots: 0 }));
  endProcessOf(gone);
  tick(schedule({ slots: 0 }));
  expect(store.run.get(gone).status).toBe('failed');
});

test('a run whose process is gone is lost, one whose process lives is not', () => {
  const [gone, living, elsewhere] = [queue(), queue(), queue()];
  for (const _ of [1, 2, 3]) store.run.claim('scheduler old');
  store.run.setProcess(gone, { ...describeProcess(process.pid), startedAt: 'another boot 1' });
  store.run.setProcess(living, describeProcess(process.pid));
  store.run.setProcess(elsewhere, { host: 'elsewhere', pid: 1, startedAt: '' });
  tick(schedule({ slots: 0 }));
  expect([gone, living, elsewhere].map((id) => store.run.get(id).status)).toEqual(['failed', 'running', 'running']);
  expect(store.run.get(gone).reason).toMatch(/^lost: /);
  tick(schedule({ slots: 0 }), Date.now() + 31_000);
  expect([living, elsewhere].map((id) => store.run.get(id).status)).toEqual(['running', 'failed']);
});

test('a clock that is set does not make a beating run lost, nor keep a silent one', () => {
  const [beating, silent] = [queue(), queue()];
  for (const id of [beating, silent]) {
    store.run.claim('scheduler old');
    store.run.setProcess(id, { host: 'elsewhere', pid: 1, startedAt: '' });
  }
  const now = Date.now();
  vi.spyOn(Date, 'now').mockImplementation(() => now + 1);
  onTestFinished(() => void vi.restoreAllMocks());
  tick(schedule({ slots: 0 }), now);
  store.run.beat(beating);
  for (const hours of [1, -1]) tick(schedule({ slots: 0 }), now + hours * 3_600_000);
  expect([beating, silent].map((id) => store.run.get(id).status)).toEqual(['running', 'failed']);
});

test('a run of this machine is lost as soon as its process has ended, however lately it beat', () => {
  const id = queue();
  store.run.claim('scheduler old');
  store.run.setProcess(id, describeProcess(process.pid));
  const now = Date.now();
  tick(schedule({ slots: 0 }), now);
  vi.spyOn(Date, 'now').mockImplementation(() => now + 1000);
  onTestFinished(() => void vi.restoreAllMocks());
  endProcessOf(id);
  tick(schedule({ slots: 0 }));
  expect(store.run.get(id).status).toBe('failed');
});

test('stopping all asks the own runs only', () => {
  const foreground = store.run.begin({ preset: 'wgan-gp-mnist', engine: 'auto', config }, 'foreground 1', null).id;
  const own = queue();
  tick(schedule({ slots: 2 }));
  stopAll(schedule());
  expect([own, foreground].map((id) => store.run.get(id).stopRequested)).toEqual([true, false]);
});

test('a trainer that finds its run taken does no harm to the one that has it', () => {
  const id = queue();
  tick(schedule());
  store.run.setProcess(id, describeProcess(process.pid));
  expect(() => store.run.setProcess(id, describeProcess(process.ppid))).toThrow('another process has it');
  exits = [{ runId: id, reason: 'exited with code 1' }];
  tick(schedule());
  expect(store.run.get(id)).toMatchObject({ status: 'running', reason: null });
});

test('a stop is passed on until the trainer has ended, and insisted on after a minute, whatever clocks say', () => {
  const id = queue();
  tick(schedule());
  store.run.setProcess(id, describeProcess(process.pid));
  store.run.requestStop(id);
  tick(schedule());
  tick(schedule(), Date.now() + 6 * 3_600_000);
  tick(schedule(), Date.now(), performance.now() + 61_000);
  expect(stops).toEqual([
    { pid: process.pid, atOnce: false },
    { pid: process.pid, atOnce: false },
    { pid: process.pid, atOnce: true },
  ]);
});

test('a trainer that takes more memory than its slot has is ended, with the figures', () => {
  const id = queue();
  const small = () => schedule({ limits: { threads: 1, memoryBytes: 500_000_000 } });
  tick(small());
  store.run.setProcess(id, describeProcess(process.pid));
  memory = 400_000_000;
  tick(small());
  expect(store.run.get(id).status).toBe('running');
  memory = 900_000_000;
  tick(small());
  expect(stops).toEqual([{ pid: process.pid, atOnce: true }]);
  expect(store.run.get(id)).toMatchObject({
    status: 'failed',
    reason: 'out of memory: it used 900 MB, more than the 500 MB of its slot',
  });
});
