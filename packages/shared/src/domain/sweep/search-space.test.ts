import { expect, test } from 'vitest';
import { countValues, Dimension, valueAt } from './dimension.ts';
import { countGrid, gridPoints, orderOf, SearchSpace } from './search-space.ts';

const space = (input: object) => SearchSpace.parse(input);

test('a step of a tenth goes ten times into 1, and its values are what a person types', () => {
  const tenths = Dimension.parse({ type: 'number', low: 0, high: 1, step: 0.1 });
  const values = Array.from({ length: countValues(tenths) }, (_, i) => valueAt(tenths, i));
  expect(values).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
});

test('whole numbers lie 1 apart, and a range without a step has no end', () => {
  expect(countValues(Dimension.parse({ type: 'integer', low: 3, high: 7 }))).toBe(5);
  expect(countValues(Dimension.parse({ type: 'integer', low: 16, high: 64, step: 16 }))).toBe(4);
  expect(countValues(Dimension.parse({ type: 'number', low: 0, high: 1 }))).toBe(Number.POSITIVE_INFINITY);
});

test('a grid has every point once, and parameters only where they hold', () => {
  const points = [
    ...gridPoints(
      space({
        clipValue: { type: 'choice', values: [0.01, 0.1], when: { parameter: 'system', values: ['wgan'] } },
        system: { type: 'choice', values: ['wgan', 'wgan-gp'] },
      }),
    ),
  ];
  expect(points).toEqual([
    { system: 'wgan', clipValue: 0.01 },
    { system: 'wgan', clipValue: 0.1 },
    { system: 'wgan-gp' },
  ]);
});

test('two by three are six, and one range without a step makes the grid endless', () => {
  const batchSize = { type: 'choice', values: [8, 16] };
  expect(countGrid(space({ batchSize, criticSteps: { type: 'integer', low: 1, high: 3 } }))).toBe(6);
  expect(countGrid(space({ batchSize, learningRate: { type: 'number', low: 0, high: 1 } }))).toBe(
    Number.POSITIVE_INFINITY,
  );
});

test('what depends comes after what it depends on', () => {
  const when = (parameter: string) => ({ type: 'choice', values: [1], when: { parameter, values: [1] } });
  expect(orderOf(space({ c: when('b'), b: when('a'), a: { type: 'choice', values: [1] } }))).toEqual(['a', 'b', 'c']);
  expect(orderOf(space({ a: when('b'), b: when('a') }))).toBeUndefined();
});
