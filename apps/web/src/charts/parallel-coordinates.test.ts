import { expect, test } from 'vitest';
import {
  axisX,
  brushBetween,
  brushedStretch,
  nearestLine,
  type ParallelFrame,
  positionAt,
  positionY,
} from './parallel-coordinates.ts';
import { makeAxis, nonePosition } from './value-axis.ts';

const frame: ParallelFrame = { width: 300, height: 250, axes: 3, hasNone: false };
const lines = [
  { id: 1, isOut: false, positions: [0, 1, 0] },
  { id: 2, isOut: false, positions: [1, 0.8, 1] },
];

test('axes share the width, and positions the height', () => {
  expect([0, 1, 2].map((axis) => axisX(frame, axis))).toEqual([50, 150, 250]);
  expect([0, 1].map((position) => Math.round(positionY(frame, position)))).toEqual([240, 10]);
  expect(positionAt(frame, positionY(frame, 0.3))).toBeCloseTo(0.3);
});

test('what has no value lies below every axis and within the frame', () => {
  const roomy = { ...frame, hasNone: true };
  expect(positionY(roomy, nonePosition)).toBeCloseTo(240);
  expect(positionY(roomy, 0)).toBeLessThan(230);
  expect(positionAt(roomy, positionY(roomy, 0.7))).toBeCloseTo(0.7);
});

test('the line under the pointer is found between the axes too, and none far from all', () => {
  expect(nearestLine(lines, frame, 100, 125)).toBe(1);
  expect(nearestLine(lines, frame, 50, 15)).toBe(2);
  expect(nearestLine(lines, frame, 50, 110)).toBeUndefined();
});

test('a line that is left out gives way to one that is not', () => {
  const [one, two] = [
    { id: 1, isOut: true, positions: [0.5, 0.5, 0.5] },
    { id: 2, isOut: false, positions: [0.52, 0.52, 0.52] },
  ];
  expect(nearestLine([one, two], frame, 100, 122)).toBe(2);
  expect(nearestLine([one], frame, 100, 122)).toBe(1);
});

test('a stretch of an axis is a brush on what lies in it, either way round', () => {
  const numbers = makeAxis({ by: 'x', title: 'X', values: [0, 10] });
  expect(brushBetween(numbers, 0.8, 0.25)).toEqual({ range: { low: 2.5, high: 8 } });
  expect(brushBetween({ ...numbers, isFlipped: true }, 0.8, 0.25)).toEqual({ range: { low: 2, high: 7.5 } });
  expect(brushBetween(numbers, 0.5, 2)).toEqual({ range: { low: 5, high: 10 } });
  const choices = makeAxis({ by: 'x', title: 'X', values: ['a', 'b', 'c', null] });
  expect(brushBetween(choices, 0.4, 1)).toEqual({ among: ['b', 'c'] });
  expect(brushBetween(choices, -0.2, 0.3)).toEqual({ among: ['a', 'none'] });
});

test('a brush up to the end of an axis holds the run that is there', () => {
  for (const values of [
    [0.123456789, 0.987654321],
    [1.23456789e-5, 0.0987654321],
  ]) {
    const axis = makeAxis({ by: 'x', title: 'X', values });
    expect(brushBetween(axis, 0.5, 1.3)?.range?.high).toBe(values[1]);
    expect(brushBetween(axis, -0.05, 0.5)?.range?.low).toBe(values[0]);
  }
});

test('everything and nothing are no brush', () => {
  const numbers = makeAxis({ by: 'x', title: 'X', values: [0, 10] });
  expect(brushBetween(numbers, -0.1, 1.2)).toBeUndefined();
  expect(brushBetween(numbers, 1.1, 1.3)).toBeUndefined();
  expect(brushBetween(makeAxis({ by: 'x', title: 'X', values: ['a', 'b'] }), 0, 1)).toBeUndefined();
});

test('a brush leads back to its stretch, cut off at the ends of the axis', () => {
  const numbers = makeAxis({ by: 'x', title: 'X', values: [0, 10] });
  expect(brushedStretch(numbers, { range: { low: 2.5, high: 80 } })).toEqual({ from: 0.25, to: 1 });
  expect(brushedStretch({ ...numbers, isFlipped: true }, { range: { low: 0, high: 5 } })).toEqual({ from: 0.5, to: 1 });
});
