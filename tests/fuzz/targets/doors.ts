import { execFile } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { seedStore } from '../../fixtures/seed-store.ts';
import { demandSentence } from '../answers.ts';
import { wildText } from '../generate/wild.ts';
import { demandWhole } from '../served-lab.ts';
import { demand, type Target, type Verdict } from '../target.ts';

const bin = join(import.meta.dirname, '../../../apps/trainer/bin');

/** What is put before the words so that a command that takes them all is over soon. */
const brakes: Record<string, string[]> = {
  train: ['--resume=9999'],
  schedule: ['--check'],
  bench: ['nosuch'],
};
/** A door is tried from the day that it is there. */
const doors = readdirSync(bin).flatMap((name) => (name.endsWith('.js') ? [name.replace(/\.js$/, '')] : []));

const flags = [
  ...['store=lab.db', 'store=none/lab.db', 'store=bad.json', 'store=', 'out=out', 'out=none/out', 'out=', 'format=csv'],
  ...[
    'format=gif',
    'format=exe',
    'run=1',
    'run=99',
    'run=-1',
    'run=x',
    'json',
    'engine=cpu',
    'engine=gpu',
    'steps=1,2',
    'at=7',
  ],
  ...[
    'tiles=0-4',
    'delay=1',
    'scale=9',
    'slots=0',
    'deep',
    'repair',
    'seed=1',
    'set=steps=0',
    'nosuch',
    'help',
    '',
    'data=none',
  ],
].map((flag) => `--${flag}`);
const words = [
  'check',
  'stats',
  'backup',
  'compact',
  'list',
  'show',
  'pause',
  'gallery',
  'metrics',
  'runs',
  'generator',
];
const files = ['bad.json', 'bad.csv', 'empty', '.', 'none', 'lab.db'];
/** No separators of paths: a command may write where a person says. */
const other = wildText.map((text) => text.replaceAll(/[\0/\\]/g, '').slice(0, 200));
const argument = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...flags) },
  { weight: 3, arbitrary: fc.constantFrom(...words, ...files, '1', '99', 'wgan-gp-ring') },
  { weight: 1, arbitrary: other },
);

/** Every command as a process of its own: what it does not understand it says in one line, with the code for it. */
export const commands: Target = {
  name: 'commands',
  about: 'every command as a process',
  share: 0.3,
  open: (folder) => {
    seedStore(join(folder, 'lab.db'), { steps: 20 });
    writeFileSync(join(folder, 'bad.json'), '{"name": [');
    writeFileSync(join(folder, 'bad.csv'), 'run_uid,name,step,value\na,"b');
    writeFileSync(join(folder, 'empty'), '');
    return {
      inputs: fc.tuple(fc.constantFrom(...doors), fc.array(argument, { maxLength: 4 })),
      attempt: async ([door, args]: [string, string[]]) => judge(await run(folder, door, args)),
      show: ([door, args]: [string, string[]]) => `npm run ${door} -- ${JSON.stringify(args)}`,
      close: () => demandWhole(join(folder, 'lab.db')),
    };
  },
};

/** Before the fuzzer itself would be ended for it. */
const longestMs = 50_000;

interface Ended {
  code: number | null;
  stderr: string;
}

function run(folder: string, door: string, args: string[]): Promise<Ended> {
  const { INIT_CWD: _, DUALITY_DEBUG: __, ...inherited } = process.env;
  const env = { ...inherited, DUALITY_STORE: 'lab.db', DUALITY_ENGINE: 'cpu', TF_CPP_MIN_LOG_LEVEL: '2' };
  const script = join(bin, `${door}.js`);
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [script, ...(brakes[door] ?? []), ...args],
      { cwd: folder, env, maxBuffer: 2 ** 26, timeout: longestMs, killSignal: 'SIGKILL' },
      (_error, _stdout, stderr) => resolve({ code: child.exitCode, stderr }),
    );
  });
}

function judge({ code, stderr }: Ended): Verdict {
  demand(code === 0 || code === 1 || code === 2, `ended with ${code}: ${stderr.slice(0, 1000)}`);
  if (code === 0) return 'accepted';
  const [line = ''] = stderr.split('\n');
  demandSentence(stderr.trim() === '' && code === 1 ? 'what was looked at is not well' : line);
  demand(!/^ {4}at /m.test(stderr), `the refusal is a stack: ${stderr.slice(0, 1000)}`);
  return 'refused';
}
