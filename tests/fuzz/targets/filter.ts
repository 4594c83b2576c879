import { join } from 'node:path';
import { openStore } from '@duality/shared/store';
import fc from 'fast-check';
import { randomNumber, randomTest } from '../../../packages/shared/src/store/search/random-filter.ts';
import { seedStore } from '../../fixtures/seed-store.ts';
import { demandSentence } from '../answers.ts';
import { wildText } from '../generate/wild.ts';
import { demandWhole } from '../served-lab.ts';
import { demand, type Target } from '../target.ts';

const grammatical = fc.oneof(
  randomTest.map(({ text }) => text),
  randomNumber.map(({ text }) => text),
);
const tokens = fc.constantFrom(
  ...[
    '(',
    ')',
    '[',
    ']',
    ',',
    '==',
    '!=',
    '<',
    '<=',
    '>',
    'and',
    'or',
    'not',
    'in',
    'none',
    'true',
    '+',
    '-',
    '*',
    '/',
  ],
  ...['"', '"a"', '1', '1e5', '.5', '1e999', 'last(', 'criticLoss', 'at("x", 1)', 'tags', 'config.steps', 'lr', '\\'],
);
const oneChanged = fc
  .tuple(grammatical, fc.nat(), fc.nat(6), fc.oneof(tokens, wildText))
  .map(([text, at, lost, put]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + put + text.slice(place + lost);
  });
const text = fc.oneof(
  { weight: 3, arbitrary: grammatical },
  { weight: 4, arbitrary: oneChanged },
  { weight: 2, arbitrary: fc.array(tokens, { maxLength: 30 }).map((all) => all.join(' ')) },
  { weight: 1, arbitrary: wildText },
  { weight: 1, arbitrary: fc.tuple(tokens, fc.nat(1999)).map(([token, count]) => token.repeat(count).slice(0, 2000)) },
);
const uses = ['filter', 'sort', 'group', 'values'] as const;

/** The language of filters, as a filter, as what is sorted or grouped by and as a column. */
export const filter: Target = {
  name: 'filter',
  about: 'filter expressions, sort keys, groups and columns, searched with',
  share: 20,
  open: (folder) => {
    const file = join(folder, 'duality.db');
    seedStore(file, { steps: 50 });
    const store = openStore(file);
    return {
      inputs: fc.tuple(fc.constantFrom(...uses), text),
      attempt: ([use, text]: [(typeof uses)[number], string]) => {
        try {
          if (use === 'filter') store.run.search({ filter: text, limit: 3 });
          if (use === 'sort') store.run.search({ sort: [{ by: text, direction: 'ascending' }], limit: 3 });
          if (use === 'group') store.run.listGroups({ group: text });
          if (use === 'values') store.run.search({ values: [text], limit: 3 });
          return 'accepted';
        } catch (error) {
          if (!(error instanceof Error) || !/^(Filter|Argument)Error$/.test(error.name)) throw error;
          demandSentence(error.message);
          if (error.name === 'ArgumentError') return 'refused';
          const { position, length } = error as Error & { position: number; length: number };
          demand(
            position >= 0 && length >= 0 && position + length <= text.length,
            'the place lies outside of the text',
          );
          return 'refused';
        }
      },
      close: () => {
        store.close();
        demandWhole(file);
      },
    };
  },
};
