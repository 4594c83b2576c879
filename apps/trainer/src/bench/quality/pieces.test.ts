import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { doPieces } from './pieces.ts';

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'duality-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('what has a result is not done again, what was cut off is', async () => {
  const folder = aFolder();
  const done: string[] = [];
  const piece = (name: string, fails = false) => ({
    name,
    work: async () => {
      done.push(name);
      if (fails) throw new Error('cut off');
      return { of: name };
    },
  });
  await expect(doPieces({ results: folder, work: folder }, [piece('a'), piece('b', true), piece('c')])).rejects.toThrow(
    'cut off',
  );
  const results = await doPieces({ results: folder, work: folder }, [piece('a'), piece('b'), piece('c')]);
  expect(done).toEqual(['a', 'b', 'b', 'c']);
  expect([...results]).toEqual(['a', 'b', 'c'].map((name) => [name, { of: name }]));
  expect(readdirSync(folder).sort()).toEqual(['a.json', 'b.json', 'c.json']);
});

test('a piece that another process is at is left to it, that of a dead one is taken over', async () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'ours.lock'), String(process.pid));
  writeFileSync(join(folder, 'dead.lock'), '999999999');
  const work = async () => 1;
  const results = await doPieces({ results: folder, work: folder }, [
    { name: 'ours', work },
    { name: 'dead', work },
  ]);
  expect([...results]).toEqual([['dead', 1]]);
});
