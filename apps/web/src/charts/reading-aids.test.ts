import { configure, getPreset } from '@duality/shared';
import { expect, test } from 'vitest';
import { findEquilibrium } from './equilibrium.ts';
import { readingAids } from './reading-aids.ts';

const config = (preset: string, overrides = {}) => configure(getPreset(preset), overrides);
const line = (metric: string, preset: string, overrides = {}) =>
  readingAids(metric, config(preset, overrides))[0]?.value;

test('the critic estimate has the diameter of the image box for a bound, where it estimates a distance', () => {
  expect(line('criticEstimate', 'wgan-gp-mnist')).toBe(56);
  expect(line('eval.criticEstimate', 'wgan-gp-mnist')).toBe(56);
  expect(line('criticEstimate', 'atienza-wgan')).toBe(28); // pixels in [0, 1]
  expect(line('criticEstimate', 'wgan-gp-mnist', { imageSize: 32 })).toBe(64);
  expect(line('criticEstimate', 'gdl-wgan-gp')).toBeCloseTo(2 * Math.sqrt(64 * 64 * 3));
  expect(line('criticEstimate', 'gdl-wgan-gp', { imageSize: 0 })).toBeUndefined();
  expect(line('criticEstimate', 'wgan-gp-ring')).toBeUndefined();
  expect(line('criticEstimate', 'dcgan-mnist')).toBeUndefined();
});

test('the slope has a line at 1 where the penalty aims at it, which R1 does not', () => {
  expect(
    ['wgan-gp-mnist', 'wgan-lp-mnist', 'dragan-mnist', 'r1-mnist'].map((one) => line('gradientNorm', one)),
  ).toEqual([1, 1, 1, undefined]);
});

/** The losses of systems/losses.ts at one score for all samples. */
const sp = (t: number) => Math.log1p(Math.exp(t));
const criticLosses = {
  'dcgan-mnist': (f: number) => sp(-f) + sp(f),
  'lsgan-mnist': (f: number) => (f - 1) ** 2 / 2 + f ** 2 / 2,
  'hinge-mnist': (f: number) => Math.max(0, 1 - f) + Math.max(0, 1 + f),
};

test.each(Object.entries(criticLosses))('no score makes a critic of %s better than at equilibrium', (preset, loss) => {
  const scores = Array.from({ length: 401 }, (_, i) => (i - 200) / 50);
  expect(findEquilibrium(config(preset))?.critic.value).toBeCloseTo(Math.min(...scores.map(loss)), 6);
});

test('losses have their equilibrium', () => {
  const levels = (preset: string, overrides = {}) => [
    line('criticLoss', preset, overrides),
    line('generatorLoss', preset, overrides),
  ];
  expect(levels('r1-mnist')).toEqual([2 * Math.LN2, Math.LN2]);
  expect(levels('dcgan-mnist', { system: 'gan-mm' })).toEqual([2 * Math.LN2, -Math.LN2]);
  expect(levels('basic-gan', { asPrinted: true })).toEqual([Math.LN2, Math.LN2]);
  expect(levels('lsgan-mnist')).toEqual([0.25, 0.125]);
  expect(levels('lsgan-mnist', { leastSquaresCoding: 'pearson' })).toEqual([1, 0]);
  expect(levels('hinge-mnist')).toEqual([2, 0]);
  expect(levels('dcgan-mnist', { generatorLoss: 'feature-matching' })).toEqual([2 * Math.LN2, undefined]);
  expect(levels('wgan-gp-mnist')).toEqual([undefined, undefined]);
});

test('coverage has the values of a perfect sampler', () => {
  expect(line('eval.modes', 'gan-ring')).toBe(8);
  expect(line('eval.modes', 'gan-grid')).toBe(25);
  expect(line('eval.highQuality', 'gan-grid')).toBeCloseTo(0.98889, 5);
  expect(line('eval.highQuality', 'gan-normals')).toBeCloseTo(0.9973, 5);
  expect(line('eval.klModes', 'gan-ring')).toBeCloseTo(0.0014);
  expect(line('eval.klModes', 'gan-grid')).toBeCloseTo(0.0048);
  expect(line('eval.modes', 'wgan-gp-swiss-roll')).toBeUndefined();
});

test('classes have the values of guessing', () => {
  expect(line('classLoss', 'acgan-mnist')).toBeCloseTo(4.605, 3);
  expect(line('accuracyFake', 'acgan-mnist')).toBe(0.1);
  expect(line('stepMs', 'acgan-mnist')).toBeUndefined();
});
