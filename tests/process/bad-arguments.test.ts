import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Ended, expectOneLine, makeFolder, query, run, tiny } from './lab.ts';

const preset = 'wgan-gp-mnist';
const engines = /auto.*tensorflow.*webgpu.*wasm.*cpu/;

const cases: [name: string, args: string[], says: RegExp[], env?: Record<string, string>][] = [
  ['a value out of range', [preset, '--set', 'batchSize=0'], [/batchSize/, /at least 1/, /\b0\b/]],
  ['an unknown key', [preset, '--set', 'nosuch=1'], [/nosuch/, /batchSize.*criticSteps/]],
  [
    'all bad keys at once',
    [preset, '--set', 'batchSize=0', '--set', 'nosuch=1', '--set', 'latentSize=-3'],
    [/batchSize.*at least 1/, /nosuch/, /latentSize.*at least 1/],
  ],
  ['a text for a number', [preset, '--set', 'batchSize=many'], [/batchSize/, /number/, /many/]],
  ['a fraction for a whole number', [preset, '--set', 'criticSteps=1.5'], [/criticSteps/, /whole number/]],
  ['an assignment without a value', [preset, '--set', 'batchSize'], [/--set batchSize/, /key=value/]],
  ['an assignment without a key', [preset, '--set', '=4'], [/--set =4/, /key=value/]],
  ['no preset', [], [/preset/, /wgan-gp-mnist/]],
  ['an unknown preset', ['nosuch'], [/nosuch/, /wgan-gp-mnist/]],
  ['two presets', [preset, preset], [/one preset/]],
  ['no steps at all', [preset, '--steps', '0'], [/--steps/, /at least 1/]],
  ['steps that are no number', [preset, '--steps', 'abc'], [/--steps/, /whole number/, /abc/]],
  ['negative steps', [preset, '--steps', '-5'], [/--steps/]],
  ['a negative seed', [preset, '--seed=-1'], [/--seed/, /at least 0/]],
  ['an option without its value', [preset, '--steps'], [/--steps/]],
  ['an unknown option', [preset, '--epochs', '3'], [/--epochs/]],
  ['an unknown engine', [preset, '--engine', 'cuda'], [/--engine/, /cuda/, engines]],
  ['an unknown engine in the environment', [preset], [/DUALITY_ENGINE/, /cuda/, engines], { DUALITY_ENGINE: 'cuda' }],
  ['a run id that is no number', ['--resume', 'last'], [/--resume/, /whole number/, /last/]],
  ['a tag with a comma', [preset, '--tag', 'a,b'], [/--tag/, /no commas/, /a,b/]],
  ['an experiment without a name', [preset, '--experiment', ' '], [/--experiment/, /1 to 120/]],
  ['a clone of no run', ['--clone', 'last'], [/--clone/, /whole number/, /last/]],
  ['a preset for a clone', ['--clone', '1', preset], [/--clone 1/, /leave out wgan-gp-mnist/]],
];

test.each(cases)('%s is refused by name and leaves no trace', async (_name, args, says, env) => {
  const folder = makeFolder();
  expectRefusal(await run(folder, 'train', [...args, '--store', join(folder, 'lab.db')], env), says);
  expect(readdirSync(folder)).toEqual([]);
});

test('a run that the store does not have is refused, and no store is made for it', async () => {
  const folder = makeFolder();
  expectRefusal(await run(folder, 'train', ['--resume', '99', '--store', 'lab.db']), [/--resume 99/, /lab\.db/]);
  expectRefusal(await run(folder, 'train', ['--clone', '99', '--store', 'lab.db']), [/--clone 99/, /lab\.db/]);
  expect(readdirSync(folder)).toEqual([]);
});

test('bad arguments add no run to a store that is there', async () => {
  const folder = makeFolder();
  const store = join(folder, 'lab.db');
  expect((await run(folder, 'train', [...tiny, '--steps', '1', '--store', store])).code).toBe(0);
  const before = query(store, 'SELECT * FROM v_run');
  expectRefusal(await run(folder, 'train', [preset, '--set', 'nosuch=1', '--store', store]), [/nosuch/]);
  expectRefusal(await run(folder, 'train', ['--resume', '99', '--store', store]), [/run 99/]);
  expectRefusal(await run(folder, 'train', ['--resume', '1', '--store', store]), [/run 1/, /complete/, /--steps/]);
  expect(query(store, 'SELECT * FROM v_run')).toEqual(before);
});

test.each([
  ['an unknown engine', ['--engine', 'cuda'], [/--engine/, engines]],
  ['no slot at all', ['--slots', '0'], [/--slots/, /at least 1/]],
  ['an unknown option', ['--nosuch'], [/--nosuch/]],
  ['a word, also behind --', ['--', 'backup', '--check'], [/leave out backup --check/]],
])('the scheduler refuses %s and makes no store', async (_name, args, says) => {
  const folder = makeFolder();
  expectRefusal(await run(folder, 'schedule', [...args, '--store', 'lab.db']), says);
  expect(readdirSync(folder)).toEqual([]);
});

function expectRefusal({ code, stdout, stderr }: Ended, says: RegExp[]): void {
  expectOneLine(stderr, ...says);
  expect(stdout).toBe('');
  expect(code).toBe(2);
}
