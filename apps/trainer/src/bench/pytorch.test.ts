import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startPytorch } from './pytorch.ts';

const folder = mkdtempSync(join(tmpdir(), 'duality-pytorch-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** An interpreter that runs none of Python: a shell script of these lines. */
function interpreter(name: string, ...lines: string[]): string {
  const file = join(folder, name);
  writeFileSync(file, ['#!/bin/sh', ...lines, ''].join('\n'), { mode: 0o755 });
  return file;
}

test('it takes turns for as long as it is asked', async () => {
  const answering = interpreter(
    'answering',
    `echo '{"version": "9.9", "threads": 2}'`,
    `while read line; do echo '{"ms": [1, 2.5]}'; done`,
  );
  const pytorch = await startPytorch(answering);
  if (typeof pytorch === 'string') throw new Error(pytorch);
  expect(pytorch.version).toBe('9.9');
  expect(await pytorch.turn('toy', 2)).toEqual([1, 2.5]);
  expect(await pytorch.turn('small', 2)).toEqual([1, 2.5]);
  await pytorch.stop();
});

test('what is missing is said in one sentence', async () => {
  expect(await startPytorch(join(folder, 'nothing-here'))).toContain('ENOENT');
  const without = interpreter('without', 'echo "Traceback" >&2', `echo "No module named 'torch'" >&2`, 'exit 1');
  expect(await startPytorch(without)).toBe(`${without}: No module named 'torch'`);
});

test('an end in the middle is an error, not a wait', async () => {
  const ending = interpreter('ending', `echo '{"version": "9.9"}'`, 'read line', 'exit 1');
  const pytorch = await startPytorch(ending);
  if (typeof pytorch === 'string') throw new Error(pytorch);
  await expect(pytorch.turn('toy', 1)).rejects.toThrow(/in the middle of .*"toy"/);
  await pytorch.stop();
});
