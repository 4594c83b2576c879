import { type Dimension, type RangeDimension, type SearchSpace, valueAt } from '@duality/shared';
import { expect, test } from 'vitest';
import { cellOf, pointAtUnits, unitOf, valueAtUnit } from './unit.ts';

const evenly = Array.from({ length: 1200 }, (_, i) => (i + 0.5) / 1200);
const countsOf = (dimension: Dimension) => {
  const counts = new Map<unknown, number>();
  for (const unit of evenly) {
    const value = valueAtUnit(dimension, unit);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
};

test('every whole number, step and choice comes equally often', () => {
  expect(countsOf({ type: 'integer', scale: 'linear', low: 2, high: 5 })).toEqual({ 2: 300, 3: 300, 4: 300, 5: 300 });
  const byStep = { type: 'number', scale: 'linear', low: 0, high: 0.35, step: 0.1 } as const;
  expect(countsOf(byStep)).toEqual({ 0: 300, 0.1: 300, 0.2: 300, 0.3: 300 });
  expect(countsOf({ type: 'choice', values: ['adam', 'sgd', true] })).toEqual({ adam: 400, sgd: 400, true: 400 });
});

test('on a log scale each decade gets as much', () => {
  const rates = evenly.map((unit) => valueAtUnit({ type: 'number', scale: 'log', low: 1e-5, high: 1e-1 }, unit));
  for (const decade of [1e-5, 1e-4, 1e-3, 1e-2])
    expect(rates.filter((rate) => Number(rate) >= decade && Number(rate) < decade * 10)).toHaveLength(300);
  const sizes = countsOf({ type: 'integer', scale: 'log', low: 1, high: 64 });
  expect(Object.keys(sizes)).toHaveLength(64);
  expect(sizes[1]).toBeGreaterThan(2 * (sizes[3] as number));
});

const ranges: RangeDimension[] = [
  { type: 'number', scale: 'linear', low: -3, high: 7 },
  { type: 'number', scale: 'log', low: 1e-5, high: 0.1 },
  { type: 'number', scale: 'linear', low: 0, high: 0.95, step: 0.1 },
  { type: 'integer', scale: 'linear', low: 1, high: 9, step: 3 },
  { type: 'integer', scale: 'log', low: 1, high: 512 },
  { type: 'number', scale: 'linear', low: 0.3, high: 0.3 },
];

test('the ends are within the bounds, and a value is found again at its place', () => {
  for (const range of ranges) {
    const [low, high] = [0, 1].map((unit) => valueAtUnit(range, unit));
    expect(low).toBe(range.low);
    expect(high).toBeLessThanOrEqual(range.high);
    for (const unit of [0, 0.123, 0.5, 0.999]) {
      const value = valueAtUnit(range, unit) as number;
      expect(valueAtUnit(range, unitOf(range, value))).toBeCloseTo(value, 12);
    }
  }
});

test('the cells of all values are the whole range without gaps', () => {
  const range = { type: 'integer', scale: 'log', low: 1, high: 20 } as const;
  const cells = Array.from({ length: 20 }, (_, i) => cellOf(range, valueAt(range, i) as number));
  expect(cells[0]?.from).toBe(0);
  expect(cells.at(-1)?.to).toBe(1);
  for (const [i, cell] of cells.slice(1).entries()) expect(cell?.from).toBeCloseTo(cells[i]?.to as number, 12);
  expect(cellOf({ type: 'number', scale: 'linear', low: 0, high: 1 }, 0.5)).toBeUndefined();
});

test('a parameter that does not hold is left out and leaves the place of the others alone', () => {
  const space: SearchSpace = {
    system: { type: 'choice', values: ['wgan', 'wgan-gp'] },
    weight: { type: 'number', scale: 'linear', low: 0, high: 10, when: { parameter: 'system', values: ['wgan-gp'] } },
    steps: { type: 'integer', scale: 'linear', low: 1, high: 4 },
  };
  const places = (first: number) => (i: number) => [first, 0.9, 0.3][orderIndex[i] as number] as number;
  const orderIndex = [0, 2, 1]; // what depends comes last
  expect(pointAtUnits(space, places(0.1))).toEqual({ system: 'wgan', steps: 2 });
  expect(pointAtUnits(space, places(0.7))).toEqual({ system: 'wgan-gp', steps: 2, weight: 9 });
});
