import { expect, test } from 'vitest';
import { formatExact, formatStep, formatStepTick, formatValue, formatValueTick } from './axis.ts';

test('steps are grouped in text and short on ticks', () => {
  expect(formatStep(100000)).toBe('100,000');
  expect([800, 1500, 100000, 2e6].map(formatStepTick)).toEqual(['800', '1.5k', '100k', '2M']);
});

test('values show four significant digits', () => {
  expect([0, 12.34567, -0.0123456, 8.1e-7, 123456.7, 1.5e9].map(formatValue)).toEqual([
    '0',
    '12.35',
    '−0.01235',
    '8.10e−7',
    '123,457',
    '1.50e9',
  ]);
});

test('ticks are short, exact values whole', () => {
  expect([0, 0.25, -20, 1500, 1e-5].map(formatValueTick)).toEqual(['0', '0.25', '−20', '1.5k', '1e−5']);
  expect(formatExact(-0.1234567890123)).toBe('−0.1234567890123');
});
