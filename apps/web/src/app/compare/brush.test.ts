import { expect, test } from 'vitest';
import { type Brush, formatBrush, isWithin, parseBrush, withBrush } from './brush.ts';

const brushes: Brush[] = [
  { by: 'learningRate', range: { low: 1e-4, high: 0.001 } },
  { by: 'last(a:b)', range: { low: -2.5, high: Number.POSITIVE_INFINITY } },
  { by: 'system', among: ['wgan-gp', 'wgan-lp'] },
  { by: 'name', among: ['50 %|: one..two'] },
];

test('a brush is read as it was written', () => {
  for (const brush of brushes) expect(parseBrush(formatBrush(brush))).toEqual(brush);
});

test('a text that is no brush is none', () => {
  for (const text of ['', 'learningRate', ':1..2', 'learningRate:']) expect(parseBrush(text)).toBeUndefined();
  expect(parseBrush('lr:2..1')?.range).toBeUndefined();
});

test('both ends of a range lie within it, and a missing value in none', () => {
  const brush: Brush = { by: 'x', range: { low: 1, high: 2 } };
  expect([0.9, 1, 2, 2.1, null, '1'].map((value) => isWithin(value, brush))).toEqual([
    false,
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(isWithin(null, { by: 'x', among: ['none'] })).toBe(true);
  expect(isWithin(true, { by: 'x', among: ['true'] })).toBe(true);
});

test('a new brush takes the place of one on the same value', () => {
  const next = { by: 'system', among: ['gan-ns'] };
  expect(withBrush(brushes.slice(0, 3), next)).toEqual([brushes[0], brushes[1], next]);
});
