import { presets, runConfigKeys } from '@duality/shared';
import fc from 'fast-check';
import { parseGalleryWish } from '../../../apps/trainer/src/commands/gallery-wish.ts';
import { parseSteps, parseTiles } from '../../../apps/trainer/src/commands/number-list.ts';
import { planRun } from '../../../apps/trainer/src/commands/plan-run.ts';
import { parseSweepArguments } from '../../../apps/trainer/src/commands/sweep/parse-id.ts';
import { demandSentence } from '../answers.ts';
import { wildText } from '../generate/wild.ts';
import type { Target } from '../target.ts';

// Plain JavaScript without types.
const { parseFlags } = await import(new URL('../../../bin/start/flags.js', import.meta.url).href);

/** What reads the words behind a command, without doing what they say. */
const doors: Record<string, (args: string[]) => unknown> = {
  train: planRun,
  'export -- gallery': parseGalleryWish,
  'sweep -- show': (args) => parseSweepArguments('show', args),
  start: (args) => parseFlags(args, { env: {}, cwd: '/', root: '/' }),
  'export -- gallery --steps': ([text = '']) => parseSteps(text),
  'export -- gallery --tiles': ([text = '']) => parseTiles(text),
};

const options = [
  ...[
    'set',
    'steps',
    'seed',
    'name',
    'experiment',
    'tag',
    'engine',
    'data',
    'json',
    'resume',
    'clone',
    'at',
    'claimed',
  ],
  ...[
    'run',
    'out',
    'format',
    'tiles',
    'delay',
    'scale',
    'store',
    'port',
    'host',
    'slots',
    'memory',
    'no-demo',
    'nosuch',
  ],
];
const word = fc.oneof(
  fc.constantFrom(...presets.map(({ name }) => name)),
  fc.constantFrom('1', '0', '-1', '7', '1e9', '0-4', '1,2,4', 'all', 'gif', 'zip', 'cpu', 'auto', '3000', 'localhost'),
  fc
    .tuple(
      fc.constantFrom(...runConfigKeys, 'nosuch'),
      fc.oneof(wildText, fc.constantFrom('1', '0', 'true', '[', '{}')),
    )
    .map(([key, value]) => `${key}=${value}`),
  wildText,
);
const argument = fc.oneof(
  word,
  fc.constantFrom(...options).map((name) => `--${name}`),
  fc.tuple(fc.constantFrom(...options), word).map(([name, value]) => `--${name}=${value}`),
);

/** What a person can type behind a command, read by the code that reads it there. */
export const commandLines: Target = {
  name: 'arguments',
  about: 'the words behind every command that can be read without doing what they say',
  share: 7,
  open: () => ({
    inputs: fc.tuple(
      fc.constantFrom(...Object.keys(doors)),
      fc.array(argument, { maxLength: 6 }).map((args) => args.map((text) => text.replaceAll('\0', ''))),
    ),
    attempt: ([door, args]: [string, string[]]) => {
      try {
        doors[door]?.(args);
        return 'accepted';
      } catch (error) {
        // The door of `npm start` is plain JavaScript, which has no classes of its own.
        const isOurs =
          error instanceof Error && (/^(Argument|NotFound|Explained)Error$/.test(error.name) || door === 'start');
        if (!isOurs) throw error;
        demandSentence(error.message);
        return 'refused';
      }
    },
    show: ([door, args]: [string, string[]]) => `npm run ${door} ${JSON.stringify(args)}`,
  }),
};
