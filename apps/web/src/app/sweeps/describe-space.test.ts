import { expect, test } from 'vitest';
import { describeDimension, describePoint } from './describe-space.ts';

test('a parameter is told by the values that it may have', () => {
  expect(describeDimension('criticSteps', { type: 'choice', values: [1, 3, 5] })).toBe('1, 3 or 5');
  expect(describeDimension('system', { type: 'choice', values: ['wgan-gp'] })).toBe('WGAN-GP');
  expect(describeDimension('learningRate', { type: 'number', scale: 'log', low: 1e-4, high: 0.01 })).toBe(
    '0.0001 to 0.01, log scale',
  );
  expect(describeDimension('hiddenSize', { type: 'integer', scale: 'linear', low: 32, high: 128, step: 32 })).toBe(
    '32 to 128, in steps of 32',
  );
});

test('a condition is told with the titles of what it is about', () => {
  const when = { parameter: 'system', values: ['wgan-gp', 'wgan-lp'] };
  expect(describeDimension('gradientPenaltyWeight', { type: 'integer', scale: 'linear', low: 1, high: 10, when })).toBe(
    '1 to 10, whole numbers; only when System is WGAN-GP or WGAN-LP',
  );
});

test('a point is told by its values', () => {
  expect(describePoint({ learningRate: 0.001, preset: 'wgan-gp-ring' })).toBe(
    'Learning rate 0.001 · Preset wgan-gp-ring',
  );
});
