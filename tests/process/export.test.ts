import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectOneLine, makeFolder, run } from './lab.ts';

const tiny = ['wgan-gp-ring', '--set', 'batchSize=8', '--set', 'hiddenSize=8', '--set', 'evaluateEvery=0'];

test('the generator of a run becomes files for a browser, of any step that is kept', async () => {
  const folder = makeFolder();
  const store = join(folder, 'lab.db');
  const trained = await run(folder, 'train', [...tiny, '--set', 'checkpointEvery=2', '--steps', '4', '--store', store]);
  expect(trained.code).toBe(0);
  const write = (...args: string[]) => run(folder, 'export', [...args, '--store', store]);
  expect(await write('generator', '--run', '1', '--out', 'newest')).toMatchObject({
    code: 0,
    stdout: `Wrote the generator of run 1 at step 4 to ${join(folder, 'newest', 'model.json')}.\n`,
    stderr: '',
  });
  expect((await write('generator', '--run', '1', '--at', '2', '--out', 'a/b')).code).toBe(0);
  expect(readdirSync(join(folder, 'newest')).sort()).toEqual(['model.json', 'weights.bin']);
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name, 'model.json'), 'utf8'));
  expect(read('newest')).toMatchObject({ format: 'layers-model', userDefinedMetadata: { run: { id: 1, step: 4 } } });
  expect(read('a/b')).toMatchObject({ userDefinedMetadata: { run: { step: 2 } } });
  const sizes = read('newest').weightsManifest[0].weights.map(({ shape }: { shape: number[] }) =>
    shape.reduce((a, b) => a * b, 4),
  );
  const weights = readFileSync(join(folder, 'newest', 'weights.bin'));
  expect(weights).toHaveLength(sizes.reduce((a: number, b: number) => a + b));
  expect(readFileSync(join(folder, 'a/b', 'weights.bin')).equals(weights)).toBe(false);

  const refuse = async (args: string[], code: number, ...says: (string | RegExp)[]) => {
    const refused = await write(...args);
    expect(refused).toMatchObject({ code, stdout: '' });
    expectOneLine(refused.stderr, ...says);
  };
  await refuse(['nosuch'], 2, 'say what to export: gallery, generator', '"nosuch"');
  await refuse(['generator', '--out', 'x'], 2, '--run');
  await refuse(['generator', '--run', '1'], 2, '--out');
  await refuse(['generator', '--run', '9', '--out', 'x'], 2, 'there is no run 9');
  await refuse(
    ['generator', '--run', '1', '--at', '3', '--out', 'x'],
    2,
    '--at 3: run 1 has checkpoints of steps 2, 4',
  );
  await refuse(['generator', '--run', '1', '--out', 'newest/model.json'], 1, '--out', 'model.json');
  rmSync(`${store}-checkpoints`, { recursive: true });
  await refuse(['generator', '--run', '1', '--out', 'x'], 1, 'missing or damaged', 'lab.db-checkpoints');
  expect(readdirSync(folder)).not.toContain('x');
});
