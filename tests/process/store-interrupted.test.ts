import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { configure, getPreset, randomStream, uniforms } from '@duality/shared';
import { storeVersion } from '@duality/shared/store';
import { expect, test } from 'vitest';
import { makeOldStore } from '../../packages/shared/src/store/file/old-store.ts';
import { makeFolder, query, type Running, run, start, waitFor } from './lab.ts';
import { expectTrueSums, expectWell, stop } from './store-lab.ts';

const kills = Number(process.env.DUALITY_KILLS ?? 4);
const config = JSON.stringify(configure(getPreset('wgan-gp-mnist'), {}));

const countRows = (store: string) =>
  query(store, 'SELECT count(*) AS n, sum(step) AS steps, sum(value) AS sum FROM metric');
const versionOf = (store: string) => Number(query(store, 'PRAGMA user_version')[0]?.user_version);

interface Killed {
  /** What is started again and again, on copies of `original`. */
  door: string[];
  original: string;
  /** Comes at a moment for a kill; `share` is a random number of [0, 1). */
  moment: (process: Running, store: string, share: number) => Promise<unknown>;
  look: (store: string) => void;
}

/** Kills, looks at what is left, and sees that the next who comes makes it good. */
async function killOften({ door: [name = '', ...args], original, moment, look }: Killed): Promise<void> {
  const folder = makeFolder();
  for (let seed = 0; seed < kills; seed++) {
    const store = join(folder, `lab-${seed}.db`);
    copyFileSync(original, store);
    const [share = 0] = uniforms({ seed, stream: randomStream.mixing, counter: 1 }, 1);
    const process = start(folder, name, [...args, '--store', store]);
    await moment(process, store, share);
    await stop(process);
    look(store);
    expect(await run(folder, name, [...args, '--store', store])).toMatchObject({ code: 0, stderr: '' });
    expect(versionOf(store)).toBe(storeVersion);
    expect(countRows(store)).toEqual(countRows(original));
    expectWell(store);
    expectTrueSums(store);
  }
}

test('a migration that is killed leaves the old store as it was, and is made good by the next to open it', {
  timeout: 60_000 + kills * 10_000,
}, async () => {
  const original = join(makeFolder(), 'two.db');
  makeOldStore(original, 2, 30_000, config);
  const left: number[] = [];
  await killOften({
    door: ['schedule', '--check'],
    original,
    moment: (_process, _store, share) => setTimeout(200 + share * 1000),
    look: (store) => {
      left.push(versionOf(store));
      expect([2, storeVersion]).toContain(versionOf(store));
      expect(query(store, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      expect(countRows(store)).toEqual(countRows(original));
    },
  });
  console.log(`store versions after the kills: ${left.join(' ')}`);
});

test('a compaction that is killed loses nothing', { timeout: 60_000 + kills * 10_000 }, async () => {
  const original = join(makeFolder(), 'holes.db');
  makeOldStore(original, storeVersion, 40_000, config);
  const outside = new DatabaseSync(original);
  outside.exec('PRAGMA foreign_keys = ON; DELETE FROM run WHERE id = 1');
  outside.close();
  let halfway = 0;
  await killOften({
    door: ['store', 'compact'],
    original,
    moment: async (process, store, share) => {
      await waitFor('the journal', () => existsSync(`${store}-journal`) || process.isOver());
      await setTimeout(share * 60);
    },
    look: (store) => {
      if (existsSync(`${store}-journal`)) halfway++;
      // By SQLite's own rules a reader of ours restores it from the journal first.
      const opened = new DatabaseSync(store);
      expect(opened.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
      opened.close();
      expect(countRows(store)).toEqual(countRows(original));
    },
  });
  console.log(`${halfway} of ${kills} kills left a journal`);
});
