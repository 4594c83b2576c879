import { SlurmPlace, slurmFlagNames } from '@duality/shared';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJobId, submissionOf } from './submit.ts';

const plain = {
  place: SlurmPlace.parse({ kind: 'slurm' }),
  tasks: 24,
  atOnce: 4 as number | undefined,
  name: 'sweep-3',
  folder: '/shared/my lab/jobs',
  script: '/opt/duality/worker.sh',
  tellBeforeS: 120,
};

test('a plain submission', () => {
  expect(submissionOf(plain)).toEqual([
    '--parsable',
    '--array=0-23%4',
    '--requeue',
    '--open-mode=append',
    '--signal=B:TERM@120',
    '--job-name=duality-sweep-3',
    '--output=/shared/my lab/jobs/log-%A_%a.txt',
    '--chdir=/shared/my lab/jobs',
    '--export=ALL',
    '--cpus-per-task=2',
    '--mem=4000M',
    '--time=60',
    '/opt/duality/worker.sh',
  ]);
});

test('all that a place can name', () => {
  const flags = ['--exclusive', '--constraint=a100&nvlink', '--nodelist=n[1-4],n7'];
  const place = SlurmPlace.parse({ kind: 'slurm', partition: 'gpu', account: 'lab', qos: 'long', gpus: 2, flags });
  const args = submissionOf({ ...plain, place, atOnce: undefined, tasks: 1 });
  expect(args).toEqual(expect.arrayContaining(['--array=0-0', '--gpus=2', '--partition=gpu', '--account=lab']));
  expect(args.slice(-5)).toEqual(['--qos=long', ...flags, plain.script]);
});

const hostile = [
  '',
  'two words',
  'a"b',
  "a'b",
  '$(id)',
  '`id`',
  '--wrap=id',
  '-p',
  'a\nb',
  'a\0b',
  'a;id',
  '%j',
  '../x',
  'ä',
  'a\u2028b',
];

describe.each(hostile)('the text %j', (text) => {
  test.each(['partition', 'account', 'qos'])('is no %s', (name) => {
    expect(() => submissionOf({ ...plain, place: { ...plain.place, [name]: text } })).toThrow();
  });

  test('is no flag, nor the value of one, nor a name', () => {
    for (const flag of [text, `--wrap=${text}`, `--reservation=${text}`]) {
      expect(() => submissionOf({ ...plain, place: { ...plain.place, flags: [flag] } })).toThrow();
    }
    expect(() => submissionOf({ ...plain, name: text })).toThrow(/small letters/);
  });
});

test.each(['relative', '/a/%j', '/a\\b', '/a\nb', '/a\u0000b', '/a\u2028b', ''])('%j is no path for Slurm', (path) => {
  expect(() => submissionOf({ ...plain, folder: path })).toThrow(/folder of the jobs/);
  expect(() => submissionOf({ ...plain, script: path })).toThrow(/batch script/);
});

test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('%d is no number of tasks', (number) => {
  expect(() => submissionOf({ ...plain, tasks: number })).toThrow(/number of tasks/);
  expect(() => submissionOf({ ...plain, atOnce: number })).toThrow(/at once/);
});

test('whatever its schema takes for a place becomes one option each', () => {
  const text = fc.oneof(
    { weight: 20, arbitrary: fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.+-]{0,20}$/) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    { weight: 1, arbitrary: fc.constantFrom(...hostile) },
  );
  const flag = fc.oneof(
    { weight: 5, arbitrary: fc.constant('--exclusive') },
    { weight: 20, arbitrary: fc.tuple(fc.constantFrom(...slurmFlagNames), text).map(([n, v]) => `--${n}=${v}`) },
    { weight: 1, arbitrary: text },
  );
  const place = fc.record({
    kind: fc.constant('slurm'),
    partition: fc.option(text),
    account: fc.option(text),
    qos: fc.option(text),
    gpus: fc.integer({ min: 0, max: 3 }),
    flags: fc.array(flag, { maxLength: 3 }),
  });
  let accepted = 0;
  fc.assert(
    fc.property(place, (asked) => {
      const parsed = SlurmPlace.safeParse(asked);
      if (!parsed.success) {
        expect(() => submissionOf({ ...plain, place: asked as never })).toThrow();
        return;
      }
      accepted++;
      const { partition, account, qos, gpus, flags } = parsed.data;
      const args = submissionOf({ ...plain, place: parsed.data });
      const named = [partition, account, qos].filter((name) => name !== null).length;
      expect(args).toHaveLength(13 + named + (gpus > 0 ? 1 : 0) + flags.length);
      for (const arg of args.slice(0, -1)) expect(arg).toMatch(/^--[a-z][^\p{Cc}]*$/u);
    }),
    { numRuns: 2000 },
  );
  expect(accepted).toBeGreaterThan(100);
});

test.each([
  ['123\n', '123'],
  ['123;cluster\n', '123'],
  ['Welcome to the cluster\n77\n', '77'],
])('%j names a job', (stdout, id) => {
  expect(parseJobId(stdout)).toBe(id);
});

test.each(['', 'Submitted', '12 13', '-3', '12\nGoodbye'])('%j names none', (stdout) => {
  expect(() => parseJobId(stdout)).toThrow(/named no job/);
});
