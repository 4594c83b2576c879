import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { storeVersion } from '@duality/shared/store';
import { expect, test } from 'vitest';
import { expectOneLine, makeFolder, mountDisk, query, readCurve, run, start, tiny, waitForStep } from './lab.ts';
import { stop } from './store-lab.ts';

const often = [...tiny, '--set', 'checkpointEvery=3', '--json'];

async function train(steps = 8) {
  const folder = makeFolder();
  const store = join(folder, 'lab.db');
  expect((await run(folder, 'train', [...often, '--steps', String(steps), '--store', store])).code).toBe(0);
  const ask = (...args: string[]) => run(folder, 'store', [...args, '--store', store]);
  return { folder, store, ask, checkpoints: join(`${store}-checkpoints`, 'run-1') };
}

test('a store that was trained into is well; lost, cut and spoilt checkpoints are told, and strays named', async () => {
  const { ask, checkpoints } = await train();
  expect(await ask('check', '--deep')).toMatchObject({
    code: 0,
    stderr: '',
    stdout: expect.stringMatching(/All is well\.\n$/),
  });
  const [older = '', newer = ''] = readdirSync(checkpoints)
    .sort()
    .map((name) => join(checkpoints, name));
  const bytes = readFileSync(newer);
  writeFileSync(join(checkpoints, 'step-9.safetensors.77.part'), 'half');
  writeFileSync(join(checkpoints, 'step-99.safetensors'), 'whole');
  const strays = await ask('check');
  expect(strays.code).toBe(0);
  expect(strays.stdout).toMatch(
    /note .*step-9\.safetensors\.77\.part is part of a checkpoint that a killed trainer left/,
  );
  expect(strays.stdout).toMatch(/note .*step-99\.safetensors belongs to no checkpoint/);

  bytes[bytes.length - 1] = 255 - (bytes.at(-1) ?? 0);
  writeFileSync(newer, bytes);
  expect((await ask('check')).code).toBe(0);
  const deep = await ask('check', '--deep', '--json');
  expect(deep.code).toBe(1);
  const { isWell, checks } = JSON.parse(deep.stdout);
  expect(isWell).toBe(false);
  expect(checks.at(-1)).toMatchObject({
    name: 'checkpoints',
    problems: [{ message: `${newer} is damaged (another SHA-256)` }],
  });
  writeFileSync(newer, bytes.subarray(0, 100));
  rmSync(older);
  const cut = await ask('check');
  expect(cut.code).toBe(1);
  expect(cut.stdout).toContain(`${newer} has 100 bytes instead of ${bytes.length}`);
  expect(cut.stdout).toContain(`${older} is missing`);
});

test('a backup under a trainer at work is whole, with the checkpoints of its moment, and its run goes on to the same bits', async () => {
  const folder = makeFolder();
  const [store, backup] = [join(folder, 'lab.db'), join(folder, 'copy.db')];
  const trainer = start(folder, 'train', [...often, '--steps', '200', '--store', store]);
  await waitForStep(trainer, 5);
  expect(await run(folder, 'store', ['backup', 'copy.db', '--store', store])).toMatchObject({
    code: 0,
    stderr: '',
    stdout: expect.stringMatching(/^Wrote [\d.]+ .B and \d checkpoints? of .*npm start -- --store .*copy\.db\n$/),
  });
  expect((await trainer.ended).code).toBe(0);
  expect((await run(folder, 'store', ['check', '--deep', '--store', backup])).stdout).toMatch(/All is well\.\n$/);
  expect(query(backup, 'SELECT * FROM v_checkpoint')).not.toEqual([]);
  expect(readdirSync(folder).filter((name) => name.includes('part'))).toEqual([]);
  const again = await run(folder, 'store', ['backup', 'copy.db', '--store', store]);
  expectOneLine(again.stderr, /copy\.db exists already/);
  expect(again.code).toBe(1);

  expect(query(backup, 'SELECT status FROM v_run')).toEqual([{ status: 'stopped' }]);
  expect((await run(folder, 'train', ['--resume', '1', '--store', backup])).code).toBe(0);
  expect(readCurve(backup)).toEqual(readCurve(store));
});

test('without checkpoints a backup has none', async () => {
  const { folder, ask } = await train(1);
  expect((await ask('backup', 'bare.db', '--without-checkpoints', '--json')).stdout).toMatch(
    /^\{"file":".*bare\.db","bytes":\d+,/,
  );
  expect(existsSync(join(folder, 'bare.db-checkpoints'))).toBe(false);
});

test('a trainer at work keeps the store from being compacted, one that was killed does not', async () => {
  const folder = makeFolder();
  const store = join(folder, 'lab.db');
  const trainer = start(folder, 'train', [...often, '--steps', '500', '--store', store]);
  await waitForStep(trainer, 3);
  const refused = await run(folder, 'store', ['compact', '--store', store]);
  expectOneLine(refused.stderr, /is in use: run 1 \(process \d+\) is training; stop it and try again/);
  expect(refused.code).toBe(1);
  await stop(trainer);
  expect(await run(folder, 'store', ['compact', '--store', store])).toMatchObject({ code: 0, stderr: '' });
  expect((await run(folder, 'store', ['check', '--deep', '--store', store])).code).toBe(0);
});

test('a disk without room keeps the store from being compacted, and says how much it needs', async ({ skip }) => {
  const { folder, store } = await train(1);
  const disk = mountDisk(folder, 1, skip);
  const small = join(disk, 'lab.db');
  copyFileSync(store, small);
  const before = readFileSync(small);
  writeFileSync(join(disk, 'filler'), Buffer.alloc(1024 * 1024 - before.length - 64 * 1024));
  const { code, stderr } = await run(folder, 'store', ['compact', '--store', small]);
  expectOneLine(stderr, /needs [\d.]+ MB free in .*disk for a while, and there are [\d.]+ MB; free some space/);
  expect(code).toBe(1);
  expect(query(small, 'SELECT * FROM v_metric')).toEqual(query(store, 'SELECT * FROM v_metric'));
});

test('stats count what the views hold', async () => {
  const { store, ask } = await train();
  const stats = JSON.parse((await ask('stats', '--json')).stdout);
  const [points] = query(store, 'SELECT count(*) AS n FROM v_metric');
  const [grids] = query(store, 'SELECT count(*) AS count, sum(length(png)) AS bytes FROM v_sample_grid');
  expect(stats).toMatchObject({
    file: store,
    storeVersion,
    points: points?.n,
    grids,
    steps: 8,
    runs: { completed: 1 },
  });
  expect((await ask('stats')).stdout).toMatch(/^store +.*\nversions +store \d+, SQLite 3\./);
});

test.each([['check'], ['compact'], ['stats'], ['backup', 'copy.db']])(
  '%s of a store that is not there is refused, and makes none',
  async (...args) => {
    const folder = makeFolder();
    const { code, stdout, stderr } = await run(folder, 'store', [...args, '--store', join(folder, 'none.db')]);
    expectOneLine(stderr, /there is no store .*none\.db; name another with --store FILE/);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(readdirSync(folder)).toEqual([]);
  },
);

test.each([
  [[], /say what to do: check, compact, backup, stats$/],
  [['chek'], /say what to do: .*, not "chek"/],
  [['backup'], /say which file to write/],
  [['check', 'all'], /leave out all/],
  [['stats', '--deep'], /--deep/],
])('store %j is refused with 2', async (args, says) => {
  const { code, stderr } = await run(makeFolder(), 'store', args as string[]);
  expectOneLine(stderr, says as RegExp);
  expect(code).toBe(2);
});
