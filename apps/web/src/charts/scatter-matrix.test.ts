import { expect, test } from 'vitest';
import { nearestPoint } from './nearest-point.ts';
import { correlate, describeCorrelation, histogram } from './scatter-matrix.ts';
import { makeAxis, positionOn } from './value-axis.ts';

const values = [1, 2, 4, 8, 9, 10];
const x = makeAxis({ by: 'x', title: 'X', values });
const y = makeAxis({ by: 'y', title: 'Y', values: values.map((value) => -value) });
const kind = makeAxis({ by: 'kind', title: 'Kind', values: ['a', 'b', 'b'] });
const runs = values.map((value) => ({
  isOut: value === 10,
  positions: [positionOn(x, value), positionOn(y, -value), 0.75],
}));

test('a histogram counts what is drawn, each choice by itself, and not what has no value', () => {
  expect(histogram(runs, 0, x, 3)).toEqual([2, 1, 2]);
  expect(histogram(runs, 2, kind)).toEqual([0, 5]);
  expect(histogram([{ isOut: false, positions: [-0.12] }], 0, x, 3)).toEqual([0, 0, 0]);
});

test('the relation of two axes does not depend on which way they run', () => {
  expect(correlate(runs, 0, 1, [x, y])?.value).toBe(-1);
  const flipped = makeAxis({ by: 'y', title: 'Y', values: values.map((value) => -value), isFlipped: true });
  const turned = runs.map((run, i) => ({
    ...run,
    positions: [run.positions[0] as number, positionOn(flipped, -(values[i] as number))],
  }));
  expect(correlate(turned, 0, 1, [x, flipped])?.value).toBe(-1);
});

test('a choice has no rank', () => {
  expect(correlate(runs, 0, 2, [x, y, kind])).toBeNull();
});

test('a correlation is written with its interval', () => {
  expect(describeCorrelation({ value: -0.618, interval: { low: -0.81, high: 0.1 }, pairs: 9 })).toEqual({
    value: '−0.62',
    interval: '−0.81 … 0.10',
  });
  expect(describeCorrelation({ value: 1, interval: null, pairs: 3 }).interval).toBe('too few runs');
});

test('the nearest point is found, and none that is far', () => {
  const points = [
    { id: 1, x: 10, y: 10 },
    { id: 2, x: 14, y: 10 },
  ];
  expect(nearestPoint(points, 13, 11, 8)).toBe(2);
  expect(nearestPoint(points, 40, 40, 8)).toBeUndefined();
});
