import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { openStore } from '@duality/shared/store';
import { expect, test } from 'vitest';
import { queuePoints, run, start, statusOf, waitFor } from '../process/lab.ts';
import { count } from './count.ts';
import { isLong } from './extent.ts';
import { makeFaultLab, memoryOf, secondsUntil } from './lab.ts';
import { lostSteps, readStored } from './steps.ts';

/** What a dashboard that is asked in vain may grow by; that of a known defect grew by more in a minute. */
const growthAtMost = 150_000_000;
const files = ['', '-wal', '-shm'];

const move = (from: string, to: string) => {
  for (const ending of files) renameSync(from + ending, to + ending);
};

interface Fate {
  name: string;
  /** Also part of the short form. */
  isShort?: boolean;
  /** Does it, and returns what undoes it. */
  inflict: (store: string, aside: string) => () => void;
  says: RegExp;
}

const fates: Fate[] = [
  {
    name: 'deleted',
    isShort: true,
    inflict: (store, aside) => {
      move(store, aside);
      return () => move(aside, store);
    },
    says: /lab\.db was deleted while it was open; put it back or start again/,
  },
  {
    name: 'replaced by another store',
    inflict: (store, aside) => {
      move(store, aside);
      openStore(store).close();
      const foreign = readFileSync(store);
      return () => {
        expect(readFileSync(store).equals(foreign)).toBe(true); // nobody wrote into it
        for (const ending of files) rmSync(store + ending, { force: true });
        move(aside, store);
      };
    },
    says: /lab\.db was replaced while it was open; put it back or start again/,
  },
  {
    name: 'replaced by garbage',
    inflict: (store, aside) => {
      move(store, aside);
      const garbage = Buffer.alloc(100_000, 0xa5);
      writeFileSync(store, garbage);
      return () => {
        expect(readFileSync(store).equals(garbage)).toBe(true);
        move(aside, store);
      };
    },
    says: /lab\.db was replaced while it was open; put it back or start again/,
  },
  {
    name: 'overwritten in the middle',
    isShort: true,
    inflict: (store, aside) => {
      const db = new DatabaseSync(store, { timeout: 10_000 });
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      db.close();
      sleepSync(1500); // for rounds of the lab, which fill their memories with good pages
      copyFileSync(store, aside);
      const good = readFileSync(store);
      overwrite(store, Buffer.alloc(good.length - 4096, 0xa5), 4096);
      return () => overwrite(store, good, 0);
    },
    says: /lab\.db is damaged; restore it from a backup/,
  },
];

/** Descriptors of that process on a file and those beside it; Linux only, 0 elsewhere. */
const countOpen = (pid: number, file: string): number =>
  existsSync(`/proc/${pid}/fd`)
    ? readdirSync(`/proc/${pid}/fd`).filter((fd) => targetOf(`/proc/${pid}/fd/${fd}`).startsWith(file)).length
    : 0;

function targetOf(link: string): string {
  try {
    return readlinkSync(link);
  } catch {
    return ''; // closed meanwhile
  }
}

const sleepSync = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/** In place, as a failing disk does. */
function overwrite(file: string, bytes: Buffer, at: number): void {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, bytes, 0, bytes.length, at);
  closeSync(descriptor);
}

test('a store that meets with a bad fate under a running lab: all say so within 30 s, grow by little, and go on when it is back', async () => {
  const lab = await makeFaultLab();
  const { store } = lab;
  const started = lab.launch();
  await secondsUntil('the dashboard', async () => (await lab.health()).ok, 60_000);
  for (const { name, inflict, says } of isLong ? fates : fates.filter((fate) => fate.isShort)) {
    const runId = queuePoints(store, { steps: 100_000, checkpointEvery: 20 });
    const lastStep = () => Number(readStored(store).size);
    const already = lastStep();
    await waitFor('steps', () => lastStep() > already + 30);
    // A trainer in the middle of a commit would put its pages over the damage.
    if (name.startsWith('overwritten')) await endRuns(lab, runId);
    const before = readStored(store);
    const [said, memory] = [started.stdout().length, memoryOf(lab.webs()[0] as number)];
    const undo = inflict(store, `${store}-aside`);

    const saidAfterS = await secondsUntil(`words of the dashboard (${name})`, async () => {
      const { ok, reason } = await lab.health();
      return !ok && says.test(reason ?? '');
    });
    const words = () => started.stdout().slice(said);
    const alsoAfterS = await secondsUntil(`words of the scheduler (${name})`, () =>
      new RegExp(`could not do its round.*${says.source}`).test(words()),
    );
    for (let i = 0; i < 300; i++) await expect(lab.ask('run.list')).rejects.toThrow(says);
    expect(memoryOf(lab.webs()[0] as number) - memory).toBeLessThan(growthAtMost);
    expect(words().split('\n').length).toBeLessThan(20);
    expect(words()).not.toMatch(/ended by itself|\n\s+at /);

    undo();
    const trueAfterS = await secondsUntil(`all to go on (${name})`, () => lab.isTrue());
    const lost = lostSteps(before, readStored(store));
    count({
      kind: `store ${name}`,
      injected: 1,
      acknowledged: before.size,
      lost: lost.length,
      trueAfterS: Math.max(saidAfterS + alsoAfterS, trueAfterS),
    });
    expect(lost).toEqual([]);
    const next = queuePoints(store, { steps: 2, seed: 2 });
    await waitFor('a run from its start to its end', () => statusOf(store, next) === 'completed');
    await endRuns(lab, runId);
  }
  expect((await run(lab.folder, 'store', ['check', '--store', store])).stdout).toMatch(/All is well\.\n$/);
  started.kill('SIGTERM');
  expect((await started.ended).code).toBe(130);
});

/** So that no run of the fate before is in the way; its trainer may have ended with the store. */
async function endRuns(lab: Awaited<ReturnType<typeof makeFaultLab>>, runId: number): Promise<void> {
  const opened = openStore(lab.store);
  if (opened.run.get(runId).status === 'running') opened.run.requestStop(runId);
  opened.close();
  await waitFor('the end of the run', () => statusOf(lab.store, runId) !== 'running' && lab.trainers().length === 0);
}

test('a store that lacks a column is refused in a sentence at every request, costs no memory, and is taken when it is mended', async () => {
  const lab = await makeFaultLab();
  const { store, port, folder } = lab;
  openStore(store).close();
  const change = (sql: string) => {
    const db = new DatabaseSync(store);
    db.exec(sql);
    db.close();
  };
  change('ALTER TABLE change RENAME COLUMN first_step TO first');
  start(folder, 'apps/web/bin/serve.js', ['-H', '127.0.0.1', '-p', String(port)], {
    NODE_ENV: 'production',
    DUALITY_STORE: store,
  });
  const says = /lab\.db lacks a part of a Duality store .*first_step.*restore it from a backup/;
  await secondsUntil('the words', async () => says.test((await lab.health()).reason ?? ''), 60_000);
  const pid = lab.webs()[0] as number;
  const askInVain = async (times: number) => {
    for (let i = 0; i < times; i++) await expect(lab.ask('run.list')).rejects.toThrow(says);
    return memoryOf(pid);
  };
  const warm = await askInVain(500);
  expect((await askInVain(1000)) - warm).toBeLessThan(growthAtMost);
  expect(countOpen(pid, store)).toBe(0);
  change('ALTER TABLE change RENAME COLUMN first TO first_step');
  const trueAfterS = await secondsUntil('the dashboard', async () => (await lab.health()).ok);
  count({ kind: 'store lacks a column', injected: 1, trueAfterS });
});
