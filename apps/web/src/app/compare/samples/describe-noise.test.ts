import { configure, getPreset } from '@duality/shared';
import { expect, test } from 'vitest';
import { describeNoise, noiseKey } from './describe-noise.ts';

const run = (preset: string, set: Record<string, unknown> = {}) => ({ config: configure(getPreset(preset), set) });

test('runs that differ in what is trained share their noise', () => {
  const { isShared, sentence } = describeNoise([run('wgan-gp-mnist'), run('wgan-gp-mnist', { learningRate: 0.01 })]);
  expect([isShared, sentence]).toEqual([
    true,
    'The same noise: tile k comes from the same z in both runs and at all steps.',
  ]);
});

test('other seeds are other noise, and the sentence says what differs', () => {
  const runs = [run('wgan-gp-mnist', { seed: 1 }), run('wgan-gp-mnist', { seed: 2, latentSize: 3 })];
  expect(describeNoise(runs).sentence).toMatch(/^Not the same noise: seed and latent size differ\./);
  expect(noiseKey(runs[0] as (typeof runs)[number])).not.toBe(noiseKey(runs[1] as (typeof runs)[number]));
  expect(
    describeNoise([run('wgan-gp-mnist', { seed: 1 }), run('acgan-mnist', { seed: 1, latentSize: 128 })]),
  ).toMatchObject({ isShared: false, sentence: expect.stringContaining('use of classes') });
});

test('a printed document draws its noise anew', () => {
  expect(describeNoise([run('basic-gan', { asPrinted: true })]).sentence).toMatch(/anew at each step/);
});

test('classes and points are told of in their own words', () => {
  expect(describeNoise([run('acgan-mnist')]).sentence).toMatch(/the same z and the same class at all steps/);
  expect(describeNoise([run('wgan-gp-ring')]).sentence).toBe('The same noise at all steps.');
});
