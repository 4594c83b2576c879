import { expect, test } from 'vitest';
import { z } from 'zod';
import { findConfigProblems } from './config-problems.ts';
import { parseSafely, problemsOfIssue } from './issue-sentence.ts';

const told = (schema: z.ZodType, value: unknown) =>
  (parseSafely(schema, value).error?.issues ?? [])
    .flatMap(problemsOfIssue)
    .map(({ key, message }) => `${key} ${message}`.trim());

test.each<[string, z.ZodType, unknown, string]>([
  ['a text for a number', z.number(), 'x', 'must be a number'],
  ['a fraction', z.int(), 1.5, 'must be a whole number'],
  ['nothing', z.object({ a: z.string() }), {}, 'a is missing'],
  ['a list for an object', z.object({}), [], 'must be an object'],
  ['an object for a list', z.array(z.int()), {}, 'must be a list'],
  ['too little', z.int().positive(), 0, 'must be more than 0'],
  ['too much', z.number().max(3), 4, 'must be at most 3'],
  ['too few', z.array(z.int()).min(1), [], 'must have at least 1 entries'],
  ['too long', z.string().max(2), 'abc', 'must have at most 2 characters'],
  ['an unknown word', z.enum(['a', 'b']), 'c', 'must be a or b'],
  ['none of two kinds', z.union([z.literal('all'), z.array(z.int())]), 7, 'must be all or a list'],
  ['an unknown key', z.strictObject({}), { 'a\0': 1 }, '"a\\u0000" unknown key'],
  ['a key of no characters', z.strictObject({}), { '': 1 }, '"" unknown key'],
  ['a long key', z.strictObject({}), { ['a'.repeat(5000)]: 1 }, `${'a'.repeat(60)}… unknown key`],
  ['a message of the schema', z.string().regex(/b/, 'must have a b'), 'c', 'must have a b'],
  ['a form without a message', z.string().regex(/b/), 'c', 'has not the form that it must have'],
  ['another kind of thing', z.discriminatedUnion('t', [z.object({ t: z.literal('a') })]), { t: 1 }, 't must be a'],
  ['an odd length', z.string().min(1), { length: { toString: null } }, 'must have no "length" that is no number'],
])('%s is told in our words', (_name, schema, value, says) => {
  expect(told(schema, value)).toEqual([says]);
});

test('a value is shown in a few words, however deep or long it is', () => {
  const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
  const problems = findConfigProblems({ steps: deep, seed: 'x'.repeat(9999), batchSize: { a: 1 }, latentSize: null });
  const of = (key: string) => problems.find((problem) => problem.key === key)?.message;
  expect(of('steps')).toBe('must be a number, not a list of 1');
  expect(of('seed')).toMatch(/^must be a number, not "x{59}…$/);
  expect(of('batchSize')).toMatch(/, not an object$/);
  expect(of('latentSize')).toMatch(/, not null$/);
});
