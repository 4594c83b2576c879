import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFilter, readSortKey } from './filter.ts';
import { FilterError } from './filter-error.ts';

const catchError = (body: () => unknown): FilterError => {
  try {
    body();
  } catch (error) {
    if (error instanceof FilterError) return error;
    throw error;
  }
  throw new Error('this was read without an error');
};

/** Where each points is between the brackets ⟦ ⟧. */
test.each([
  ['lr > ⟦⟧', 'the text ends where a field, a number, a text or a bracket is needed'],
  ['lr > ⟦and⟧ x', '"and" stands where a field, a number, a text or a bracket is needed'],
  ['⟦<⟧ 2', '"<" stands where'],
  ['(lr > 1⟦⟧', 'a closing ) is missing here'],
  ['lr in [1, 2⟦⟧', 'a closing ] is missing here'],
  ['last(criticEstimate ⟦⟧< 2', 'a closing ) is missing here'],
  ['lr > 1⟦)⟧', 'nothing here needs ")"'],
  ['lr ⟦lr⟧ > 2', 'an operator is missing before this'],
  ['lr > 1 ⟦"x"⟧', 'an operator is missing before this'],
  ['lr ⟦=⟧ 1', 'write == to compare'],
  ['lr > 1 ⟦&⟧ lr < 2', 'write "and"'],
  ['lr > 1 ⟦|⟧ lr < 2', 'write "or"'],
  ['lr > 1 and ⟦#⟧12', 'write id == 12 for run #12'],
  ['lr > ⟦€⟧', '€ means nothing here; a text needs quotes'],
  ['lr > ⟦😀⟧', '😀 means nothing here'],
  ['lr > ⟦12abc⟧', '12abc is neither a number nor a name'],
  ['lr > ⟦1.2.3⟧', '1.2.3 is neither a number nor a name'],
  ['lr > ⟦1e999⟧', '1e999 is too large for a number'],
  ['name == ⟦"abc⟧', 'this text has no closing "'],
  ['name == “a⟦\\x⟧”', 'after \\ only \\, a quote, n or t can stand'],
  ['⟦learnigRate⟧ > 1', 'there is no field "learnigRate"; did you mean learningRate'],
  ['⟦config.id⟧ > 1', 'there is no field "config.id"'],
  ['⟦critcEstimate⟧ > 1', 'there is no field "critcEstimate"; did you mean last(criticEstimate)?'],
  ['status == ⟦completed⟧', 'there is no field "completed"; a text needs quotes: "completed"'],
  ['⟦toString⟧ == 1', 'there is no field "toString"'],
  ['⟦constructor⟧(lr) == 1', 'there is no function "constructor"'],
  ['"x" in ⟦tag⟧', 'there is no field "tag"; did you mean tags?'],
  [
    '⟦criticEstimate⟧ < 2',
    'criticEstimate is a metric: say last(criticEstimate), min(criticEstimate), max(criticEstimate) or mean(criticEstimate)',
  ],
  ['⟦eval.modes⟧ < 2', 'eval.modes is a metric: say last(eval.modes)'],
  ['⟦last⟧ > 2', 'last needs a metric: last(criticEstimate)'],
  ['⟦at⟧ > 2', 'at needs a metric: at(criticEstimate, 1000)'],
  ['⟦lst⟧(criticEstimate) > 2', 'there is no function "lst"; did you mean last?'],
  ['⟦sqrt⟧(lr) > 2', 'there is no function "sqrt"; there are last, min, max, mean, count, nonFinite, at'],
  ['⟦last()⟧ > 2', 'last takes one metric: last(criticEstimate)'],
  ['⟦last(criticLoss, 3)⟧ > 2', 'last takes one metric'],
  ['⟦at(criticLoss)⟧ > 2', 'at takes one metric and one step: at(criticEstimate, 1000)'],
  ['at(criticLoss, ⟦1.5⟧) > 2', 'a step is a whole number'],
  ['at(criticLoss, ⟦step⟧) > 2', 'a step is a whole number'],
  ['last(⟦2⟧) > 2', 'last takes a metric: last(criticEstimate)'],
  ['min(⟦lr⟧) > 2', 'lr is no metric but a field: leave out min( )'],
  ['last(⟦critcLoss⟧) > 2', 'there is no metric "critcLoss"; did you mean criticLoss?'],
  ['last(⟦nonsense⟧) > 2', 'there is no metric "nonsense"; a run page shows the names of its metrics'],
  ['lr == ⟦"1e-4"⟧', 'learningRate is a number; compare it with a number, not with a text'],
  ['⟦"1e-4"⟧ < lr', 'learningRate is a number; compare it with a number, not with a text'],
  ['name == ⟦3⟧', 'name is a text; compare it with a text, not with a number'],
  ['last(criticLoss) == ⟦"x"⟧', 'last(criticLoss) is a number; compare it with a number, not with a text'],
  ['lr == ⟦true⟧', 'learningRate is a number; compare it with a number, not with true or false'],
  ['archived == ⟦1⟧', 'archived is either true or false, not a number'],
  ['⟦archived⟧ < true', 'archived is either true or false; compare it with == or !='],
  ['lr in [1, ⟦"a"⟧]', 'learningRate is a number; compare it with a number, not with a text'],
  ['lr in ⟦[]⟧', 'this list is empty; nothing is in it'],
  ['lr in ⟦steps⟧', '"in" looks into a text, tags or a list like [1, 2]; steps is a number'],
  ['⟦lr⟧ in name', 'only a text can be in name; learningRate is a number'],
  ['⟦3⟧ in tags', 'only a text can be in tags; 3 is a number'],
  ['⟦tags⟧ == "baseline"', 'tags is a list: say "baseline" in tags'],
  ['⟦[1]⟧ == 2', 'a list can only stand after "in"'],
  [
    'system == ⟦"wgan"⟧',
    'system is never "wgan"; did you mean "wgan-clip"? It can be gan-ns, gan-mm, lsgan, hinge, wgan-clip, wgan-gp,',
  ],
  ['status in ["queued", ⟦"done"⟧]', 'status is never "done"; it can be queued, running, completed, stopped, failed'],
  ['⟦"gpu"⟧ == engine', 'engine is never "gpu"'],
  ['createdAt > ⟦5⟧', 'createdAt is a time; compare it with a text such as "2026-11-20" or "2026-11-20 14:00" (UTC)'],
  ['createdAt > ⟦"yesterday"⟧', '"yesterday" is no time; write "2026-11-20" or "2026-11-20 14:00" (UTC)'],
  ['createdAt > ⟦"2026-02-31"⟧', '"2026-02-31" is no time'],
  ['createdAt > ⟦"2026-02-01 24:00"⟧', '"2026-02-01 24:00" is no time'],
  ['⟦createdAt⟧ + 1 > 2', 'createdAt is a time, which cannot be calculated with'],
  ['-⟦name⟧ > 2', 'name is a text, which cannot be calculated with'],
  ['lr > ⟦none⟧', 'none has no size: compare it with == or !='],
  ['none == ⟦none⟧', 'one side has to be a field or a metric'],
  ['⟦lr⟧ and (lr > 1)', 'learningRate alone says nothing true or false; compare it with something'],
  ['not ⟦name⟧', 'name alone says nothing true or false'],
  ['⟦(lr > 1)⟧ == true', 'a condition stands where a value is needed'],
  ['2 + ⟦(lr > 1)⟧ > 1', 'a condition stands where a value is needed'],
])('%s', (marked, message) => {
  const error = catchError(() => readFilter(marked.replace(/[⟦⟧]/g, '')));
  expect(error.message).toContain(message);
  expect({ at: error.position, length: error.length }).toEqual({
    at: marked.indexOf('⟦'),
    length: marked.indexOf('⟧') - marked.indexOf('⟦') - 1,
  });
  expect(error.name).toBe('FilterError');
});

test.each([
  ['⟦tags⟧', 'runs cannot be sorted by tags'],
  ['⟦none⟧', 'runs cannot be sorted by none'],
  ['⟦lr > 2⟧', 'a condition stands where a value is needed'],
  ['⟦criticEstimate⟧', 'criticEstimate is a metric: say last(criticEstimate)'],
  ['⟦⟧', 'the text ends where'],
])('to sort by %s', (marked, message) => {
  const error = catchError(() => readSortKey(marked.replace(/[⟦⟧]/g, '')));
  expect(error.message).toContain(message);
  expect(error.position).toBe(marked.indexOf('⟦'));
});

test.each([
  ['brackets', (count: number) => `${'('.repeat(count)}lr > 1${')'.repeat(count)}`],
  ['not', (count: number) => `${'not '.repeat(count)}lr > 1`],
  ['minus', (count: number) => `lr > ${'-'.repeat(count)}1`],
  ['sums', (count: number) => `lr > 1${'+1'.repeat(count)}`],
  ['functions', (count: number) => `${'last('.repeat(count)}lr${')'.repeat(count)} > 1`],
])('nesting of %s ends somewhere', (_, nest) => {
  expect(() => readFilter(nest(200)).kind).toThrow('this is nested more than 50 levels deep');
  expect(() => readFilter(nest(10))).not.toThrow('nested');
});

test('a long list of alternatives is not nested', () => {
  expect(readFilter(Array.from({ length: 150 }, (_, id) => `id == ${id}`).join(' or '))).toMatchObject({ kind: 'or' });
});

test('2,000 characters are read, one more is not', () => {
  expect(readFilter('x'.repeat(2000)).kind).toBe('and');
  const error = catchError(() => readFilter('x'.repeat(2001)));
  expect(error.message).toBe('a filter has at most 2000 characters, and this one 2001');
  expect(error.position).toBe(2000);
});

const pieces = [
  ...[
    'lr',
    'name',
    'tags',
    'archived',
    'createdAt',
    'config.seed',
    'criticEstimate',
    'eval.modes',
    'last',
    'at',
    'none',
  ],
  ...[
    'true',
    '"a"',
    "'2026-11-20'",
    '1e-4',
    '.5',
    '7',
    '(',
    ')',
    '[',
    ']',
    ',',
    '+',
    '-',
    '*',
    '/',
    '==',
    '!=',
    '<',
    '>=',
  ],
  ...['and', 'or', 'not', 'in', '&&', '||', '!', '=', '"', '\\', '#', 'λ', '\u0000', '\ud800', '__proto__'],
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 60 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((parts) => parts.join(' ')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((parts) => parts.join('')),
);

test('nothing but a FilterError that points into the text comes out of any text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const read of [readFilter, readSortKey]) {
        try {
          expect(read(text)).toBeDefined();
        } catch (error) {
          if (!(error instanceof FilterError)) throw error;
          expect(error.position).toBeGreaterThanOrEqual(0);
          expect(error.position + error.length).toBeLessThanOrEqual(text.length);
        }
      }
    }),
    { numRuns: 5000 },
  );
});
