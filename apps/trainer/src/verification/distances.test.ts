import { readFileSync } from 'node:fs';
import { ExplainedError } from '@duality/shared';
import { expect, test } from 'vitest';
import { checkDistances } from './distances.ts';

const read = () =>
  JSON.parse(readFileSync(new URL('../../../../tests/reference/distances.json', import.meta.url), 'utf8'));
const failures = (content: unknown) => checkDistances(content, 'distances.json').filter(({ passed }) => !passed);

test('every expected number of the reference file comes out', () => {
  const checks = checkDistances(read(), 'distances.json');
  expect(failures(read())).toEqual([]);
  expect(checks).toHaveLength(146);
  expect(new Set(checks.map(({ section }) => section)).size).toBe(10);
});

test('a number that is off by more than its tolerance fails, and says by how much', () => {
  const content = read();
  content.kid[1].kid += 1e-6;
  content.discrete[2].klPQ = 7;
  content.modes[6].klToUniform = 0;
  content.modes[0].counts[3] += 1;
  expect(failures(content)).toMatchObject([
    { section: 'discrete', entry: 'disjoint: klPQ', error: Infinity },
    { section: 'kid', entry: 'shifted: kid', error: expect.closeTo(1e-6, 9) },
    { section: 'modes', entry: 'true-sampler: counts', error: 1, allowed: 0 },
    { section: 'modes', entry: 'between-modes: klToUniform', error: Infinity },
  ]);
});

test('sections and numbers may be missing', () => {
  const { tolerance, gaussians1d } = read();
  const { w2: _, ...rest } = gaussians1d[0];
  expect(checkDistances({ tolerance, gaussians1d: [rest] }, 'part.json').map(({ entry }) => entry)).toEqual([
    'entry 1: w2Squared',
    'entry 1: kl12',
  ]);
});

test.each([
  [{ kid: [{ name: 'a', real: [[1], [2]], fake: [[1, 2]], kid: 0 }] }, /mine\.json: kid, a: points differ/],
  [{ kid: [{ name: 'a', real: [[1], ['2']], fake: [[1]], kid: 0 }] }, /mine\.json: kid, a: "real" must be/],
  [{ discrete: [{ p: [1], q: [1], js: 'zero' }] }, /mine\.json: discrete, entry 1: "js" must be/],
  [{ discrete: [{ p: [1] }] }, /mine\.json: discrete, entry 1: "q" is missing/],
  [{ discrete: {} }, /mine\.json: "discrete" must be a list/],
  [{ modes: [5] }, /mine\.json: modes, entry 1 must be an object/],
  [{ other: [] }, /mine\.json has no section/],
  [{ tolerance: {}, discrete: [{ p: [1], q: [1], js: 0 }] }, /mine\.json: "tolerance": "closedForm" is missing/],
])('a file that cannot be read is one sentence with the file and the field: %j', (content, sentence) => {
  const parse = () => checkDistances({ tolerance: read().tolerance, ...content }, 'mine.json');
  expect(parse).toThrow(ExplainedError);
  expect(parse).toThrow(sentence);
});
