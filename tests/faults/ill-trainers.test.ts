import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import {
  holdStill,
  query,
  queuePoints,
  reasonOf,
  start,
  statusOf,
  trainerPid,
  waitFor,
  withStore,
} from '../process/lab.ts';
import { makeLab } from '../process/scheduler-lab.ts';
import { count } from './count.ts';
import { isLong } from './extent.ts';
import { secondsUntil } from './lab.ts';
import { lostSteps, readStored } from './steps.ts';

const many = { steps: 100_000, checkpointEvery: 50 };
const preload = pathToFileURL(`${import.meta.dirname}/ill-trainer.js`).href;

/** A run that is still going when its trainer falls ill, and one that waits for its slot. */
function queueTwo(store: string) {
  queuePoints(store, many);
  queuePoints(store, { steps: 5, seed: 2 });
}

/** The first run is failed for that reason and no process of it is left; the second one gets its slot. */
async function expectFailed(store: string, reason: RegExp, trueWithinS: number, kind: string) {
  const trueAfterS = await secondsUntil('the failure', () => statusOf(store) === 'failed', trueWithinS * 1000);
  expect(reasonOf(store)).toMatch(reason);
  const before = readStored(store);
  await waitFor('the other run', () => statusOf(store, 2) === 'completed');
  const lost = lostSteps(before, readStored(store));
  count({ kind, injected: 1, acknowledged: before.size, lost: lost.length, trueAfterS });
  expect(lost).toEqual([]);
}

test('a trainer that stands still is ended within 30 s of its patience, its slot is used again and its run goes on', async () => {
  const { store, schedule, lastStep } = makeLab();
  queueTwo(store);
  const scheduler = schedule('--patience', '4');
  await waitFor('the third step', () => lastStep() >= 3);
  await holdStill(store, await waitFor('the trainer', () => trainerPid(store, 1)));
  await expectFailed(store, /^hung: .*no sign of life.*resume/, 34, 'trainer hangs');
  const reached = lastStep();
  withStore(store, ({ run }) => run.requeue(1));
  await waitFor('further steps', () => lastStep() > reached);
  expect(scheduler.stderr()).toBe('');
});

const illnesses = [
  {
    illness: 'spin',
    kind: 'trainer spins',
    args: ['--patience', '4'],
    reason: /^hung: .*no sign of life/,
    options: '',
  },
  {
    illness: 'heap',
    kind: 'heap full',
    args: [],
    reason: /ran out of memory.*heap.*max-old-space-size/,
    options: '--max-old-space-size=200',
  },
  {
    illness: 'memory',
    kind: 'slot too small',
    args: ['--memory', '1500'],
    reason: /^out of memory: it used .*more than/,
    options: '',
  },
];

test.each(isLong ? illnesses : illnesses.filter(({ illness }) => illness !== 'spin'))(
  'a trainer whose illness is “$illness” is failed with the reason, and the next run trains',
  async ({ illness, kind, args, reason, options }) => {
    const { folder, store } = makeLab();
    queueTwo(store);
    const env = { DUALITY_TEST_ILLNESS: illness, NODE_OPTIONS: `--import=${preload} ${options}` };
    start(folder, 'schedule', ['--store', store, '--slots', '1', ...args], env);
    await expectFailed(store, reason, 60, kind);
    expect(query(store, 'SELECT run_id FROM v_run')).toHaveLength(2);
  },
);
