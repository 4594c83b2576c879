import { expect, test } from 'vitest';
import { fixedNoiseOf } from './fixed-noise.ts';
import { configure, getPreset } from './preset.ts';

const noise = (preset: string, set: Record<string, unknown> = {}) => fixedNoiseOf(configure(getPreset(preset), set));

test('what is trained does not change the noise that is looked at', () => {
  expect(noise('wgan-gp-mnist', { gradientPenaltyWeight: 1, packing: 2, learningRate: 0.01, batchSize: 8 })).toEqual(
    noise('wgan-gp-mnist'),
  );
});

test('another seed, width or distribution is other noise', () => {
  for (const set of [{ seed: 99 }, { latentSize: 3 }, { latentDistribution: 'uniform' }])
    expect(noise('wgan-gp-mnist', set)).not.toEqual(noise('wgan-gp-mnist'));
});

test('a class is part of what stands behind a tile, and a printed document draws anew', () => {
  expect(noise('acgan-mnist').isConditional).toBe(true);
  expect(noise('basic-gan').isFresh).toBe(false);
  expect(noise('basic-gan', { asPrinted: true }).isFresh).toBe(true);
});
