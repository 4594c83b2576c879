import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { query, queuePoints, start, statusOf, waitFor, withStore } from '../process/lab.ts';
import { makeLab } from '../process/scheduler-lab.ts';
import { count } from './count.ts';
import { lostSteps, readStored } from './steps.ts';

const preload = pathToFileURL(`${import.meta.dirname}/jump.js`).href;

/** What a trainer of another machine does to its row, by a clock that nobody sets. */
function beatFromElsewhere(store: string, runId: number) {
  withStore(store, ({ run }) => run.take(runId, 'foreground 1'));
  withStore(store, ({ run }) => run.setProcess(runId, { host: 'elsewhere', pid: 1, startedAt: '' }));
  const timer = setInterval(() => withStore(store, ({ run }) => run.beat(runId)), 500);
  return () => clearInterval(timer);
}

test('a clock that jumps by hours ends no run, here or on another machine, and lets no scheduler lose its turn', async () => {
  const { folder, store, lastStep } = makeLab();
  const elsewhere = queuePoints(store, { steps: 100 });
  const stop = beatFromElsewhere(store, elsewhere);
  try {
    const here = queuePoints(store, { steps: 100_000, checkpointEvery: 50 });
    const env = { NODE_OPTIONS: `--import=${preload}` };
    const scheduler = start(folder, 'schedule', ['--store', store, '--slots', '2'], env);
    await waitFor('the third step', () => lastStep(here) >= 3);
    const [before, from] = [readStored(store), performance.now()];
    await waitFor('four jumps', () => performance.now() - from > 4500);
    const lost = lostSteps(before, readStored(store));
    count({ kind: 'clock jumps', injected: 4, acknowledged: before.size, lost: lost.length });
    expect(lost).toEqual([]);
    expect([statusOf(store, elsewhere), statusOf(store, here)]).toEqual(['running', 'running']);
    expect(lastStep(here)).toBeGreaterThan(3);
    expect(query(store, 'SELECT name FROM lease')).toHaveLength(1);
    expect(scheduler.stderr()).toBe('');
  } finally {
    stop();
  }
});
