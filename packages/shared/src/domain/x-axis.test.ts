import { expect, test } from 'vitest';
import { configure, getPreset } from './preset.ts';
import { epochsPerStep } from './x-axis.ts';

const config = (preset: string, overrides: Record<string, unknown> = {}) => configure(getPreset(preset), overrides);

test('an epoch of MNIST is 937 batches of 64, five of them a step', () => {
  const perStep = epochsPerStep(config('wgan-gp-mnist', { batchSize: 64, criticSteps: 5 })) ?? 0;
  expect(937 / 5).toBeCloseTo(1 / perStep, 9);
});

test('where the number of samples is not known there are no epochs', () => {
  expect(epochsPerStep(config('wgan-gp-ring'))).toBeUndefined();
  expect(epochsPerStep(config('wgan-gp-mnist', { onlyClass: 3 }))).toBeUndefined();
});
