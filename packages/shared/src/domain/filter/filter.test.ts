import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runConfigKeys } from '../config.ts';
import { reductions } from './expression.ts';
import { fieldAliases, filterFields, findField } from './fields.ts';
import { readFilter, readSortKey } from './filter.ts';
import { quoteText } from './quoted.ts';
import { isWordSearch } from './words.ts';

const wordsOf = (text: string) => {
  const filter = readFilter(text);
  return filter.kind === 'and' ? filter.of.map((one) => (one.kind === 'word' ? one.word : one.kind)) : filter.kind;
};

test.each([
  ['', []],
  ['   ', []],
  ['ring wgan-gp #12', ['ring', 'wgan-gp', '#12']],
  ['"seed 7" ring', ['seed 7', 'ring']],
  ["it's 'one thing'", ["it's", 'one thing']],
  ['“half open', ['half open']],
  ['critic loss is not', ['critic', 'loss', 'is', 'not']],
  ['drag and', ['drag', 'and']],
  ['"a < b"', ['a < b']],
  ['lr', ['lr']],
  ['1e-4', ['1e-4']],
  ['first-in-line', ['first-in-line']],
])('%j is a search for words', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
  expect(isWordSearch(text)).toBe(true);
});

test.each([
  ['not archived', 'not'],
  ['NOT archived', 'not'],
  ['!archived', 'not'],
  ['archived or asPrinted', 'or'],
  ['archived||asPrinted', 'or'],
  ['"baseline" in tags', 'tagged'],
  ['"BASE" in name', 'contains'],
  ['"a" not in tags', 'not'],
  ['(archived)', 'holds'],
  ['lr==1', 'compare'],
  ['name == “curly”', 'compare'],
  ['lr in [1e-4, -1]', 'among'],
  ['startedAt == none', 'missing'],
  ['startedAt != None', 'not'],
  ['startedAt > createdAt', 'compare'],
  ['"2026-11-20" <= createdAt', 'during'],
])('%j is an expression', (text, kind) => {
  expect(readFilter(text).kind).toBe(kind);
  expect(isWordSearch(text)).toBe(false);
});

test('and binds closer than or, and not closer than both', () => {
  expect(readFilter('archived or not asPrinted and lr > 1')).toMatchObject({
    kind: 'or',
    of: [{ kind: 'holds' }, { kind: 'and', of: [{ kind: 'not' }, { kind: 'compare' }] }],
  });
});

test('products bind closer than sums, from left to right', () => {
  expect(readSortKey('1 - 2 - 3 * -4')).toMatchObject({
    sign: '-',
    left: { sign: '-', left: { value: 1 }, right: { value: 2 } },
    right: { sign: '*', left: { value: 3 }, right: { kind: 'negative', of: { value: 4 } } },
  });
});

test('a chain compares each pair', () => {
  expect(readFilter('1e-5 < lr <= config.clipValue')).toMatchObject({
    kind: 'and',
    of: [
      { relation: '<', left: { value: 1e-5 }, right: { field: { name: 'learningRate' } } },
      { relation: '<=', left: { field: { name: 'learningRate' } }, right: { field: { name: 'clipValue' } } },
    ],
  });
});

test('texts may hold quotes, line ends and backslashes', () => {
  expect(readSortKey(String.raw`"a\"b\\c\n"`)).toMatchObject({ value: 'a"b\\c\n' });
  expect(readSortKey(String.raw`'a"b\'c'`)).toMatchObject({ value: `a"b'c` });
});

test('a text that was quoted is read as it was', () => {
  for (const text of ['', 'plain', 'says "no"', "it's", '“curly”', 'C:\\new\\', 'two\nlines', '😀 λ']) {
    expect(readSortKey(quoteText(text))).toMatchObject({ kind: 'text', value: text });
  }
});

test.each([
  ['.5', 0.5],
  ['5.', 5],
  ['1E+3', 1000],
  ['0012', 12],
])('%s is a number', (text, value) => {
  expect(readSortKey(text)).toMatchObject({ kind: 'number', value });
});

test('a day, a minute and a second are as long as they are written', () => {
  const period = (text: string) => {
    const filter = readFilter(`createdAt == "${text}"`);
    return filter.kind === 'during' && [filter.period.from, filter.period.to - filter.period.from];
  };
  expect(period('2026-11-20')).toEqual([Date.UTC(2026, 10, 20), 86_400_000]);
  expect(period('2026-11-20T14:05Z')).toEqual([Date.UTC(2026, 10, 20, 14, 5), 60_000]);
  expect(period(' 2024-02-29 23:59:59 ')).toEqual([Date.UTC(2024, 1, 29, 23, 59, 59), 1000]);
});

test('a time on the right is the same comparison, mirrored', () => {
  expect(readFilter('"2026-11-20" < createdAt')).toEqual(readFilter('createdAt > "2026-11-20"'));
});

test('every key of the config is a field under its own name and after config.', () => {
  for (const key of runConfigKeys) {
    expect(findField(key)).toMatchObject({ of: 'config', name: key });
    expect(findField(`config.${key}`)).toBe(findField(key));
  }
  expect(findField('lr')).toBe(findField('learningRate'));
  expect(findField('asPrinted')).toMatchObject({ type: 'flag' });
  expect(findField('optimizer')).toMatchObject({ type: 'text', values: ['adam', 'rmsprop', 'sgd'] });
  expect(findField('imageChannels')).toMatchObject({ type: 'number' });
  expect(new Set(filterFields.map(({ name }) => name)).size).toBe(filterFields.length);
});

test('a metric that only the store knows is asked for', () => {
  expect(readSortKey('last(my.metric)', (name) => name === 'my.metric')).toMatchObject({ metric: 'my.metric' });
  expect(readSortKey('at("loss/1", 3)', (name) => name === 'loss/1')).toMatchObject({ metric: 'loss/1', step: 3 });
});

test('docs/filter.md has examples that can be read, and names every field and function', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../../../docs/filter.md'), 'utf8');
  const examples = page.split('```')[1]?.trim().split('\n') ?? [];
  expect(examples).toHaveLength(7);
  for (const example of examples) expect(readFilter(example.split(/ {5,}/)[0] ?? '')).toBeDefined();
  const named = [
    ...filterFields.filter(({ of }) => of === 'run').map(({ name }) => name),
    ...Object.keys(fieldAliases),
  ];
  expect(named.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  expect(reductions.filter((name) => !page.includes(`\`${name}(m`))).toEqual([]);
});
