import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Outcome } from '../fuzz/run-target.ts';
import { targets, trials } from '../fuzz/targets.ts';

/** A fraction of `npm run test:fuzz`, and always the same one. */
const inputs = 4000;
const seed = 20_261_123;

let outcomes = new Map<string, Outcome>();
let said = '';
beforeAll(async () => {
  const { stdout, stderr } = await runFuzz(['--inputs', String(inputs), '--seed', String(seed), '--json']);
  const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
  outcomes = new Map(lines.map((line) => JSON.parse(line)).map((outcome: Outcome) => [outcome.name, outcome]));
  said = stderr;
}, 600_000);

test.each([...targets, ...trials].map(({ name, about }) => [name, about]))('%s: %s', (name) => {
  const outcome = outcomes.get(name);
  expect(outcome, said).toBeDefined();
  expect(outcome?.failure).toBeUndefined();
});

test('thousands of inputs were tried, and some of each kind were taken', () => {
  const all = targets.flatMap(({ name }) => outcomes.get(name) ?? []);
  expect(all.reduce((sum, { tried }) => sum + tried, 0)).toBeGreaterThanOrEqual(inputs);
  expect(all.filter(({ accepted, refused }) => accepted === 0 || refused === 0)).toEqual([]);
});

/** In a process of its own: one that hangs is ended, and one that breaks tells how far it came. */
function runFuzz(args: string[]): Promise<{ stdout: string; stderr: string }> {
  const script = join(import.meta.dirname, '../fuzz/main.ts');
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { maxBuffer: 2 ** 26 }, (_error, stdout, stderr) =>
      resolve({ stdout, stderr }),
    );
  });
}
