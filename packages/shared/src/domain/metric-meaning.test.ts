import { expect, test } from 'vitest';
import { hasEffect } from './config-effect.ts';
import { findFolderProblems } from './folder-data.ts';
import { describeLosses } from './formula.ts';
import { describeMetric } from './metric-meaning.ts';
import { configure, getPreset, presets } from './preset.ts';

const config = (preset: string, overrides = {}) => configure(getPreset(preset), overrides);
const meaning = (metric: string, preset: string, overrides = {}) =>
  describeMetric(metric, config(preset, overrides)).meaning;

test('losses are those of the system, with the numbers of the run', () => {
  expect(meaning('criticLoss', 'wgan-gp-ring')).toBe(
    'What the critic minimises: E f(g) − E f(x) + λ E(‖∇f(x̂)‖ − 1)²; λ = 0.1.',
  );
  expect(meaning('criticLoss', 'r1-mnist')).toContain('γ = 10');
  expect(meaning('criticLoss', 'lsgan-mnist', { leastSquaresCoding: 'pearson' })).toContain('a = −1, b = 1, c = 0');
  expect(meaning('criticLoss', 'wgan-mnist')).toContain('cut to [−0.01, 0.01]');
  expect(describeLosses(config('wgan-gp-mnist', { driftWeight: 0.001 })).critic).toContain('+ ε E f(x)²');
  expect(meaning('generatorLoss', 'acgan-mnist', { generatorLoss: 'feature-matching' })).toContain('‖² + CE(g)');
});

test('as printed, a loss is the mean of its halves', () => {
  expect(describeLosses(config('atienza-wgan')).critic).toBe('E f(g) − E f(x)');
  expect(describeLosses(config('atienza-wgan', { asPrinted: true })).critic).toBe('½ [E f(g) − E f(x)]');
});

test('only the letters that occur are explained', () => {
  expect(describeLosses(config('wgan-mnist')).letters).toEqual([
    'f critic score',
    'x real',
    'g generated',
    'E mean of a batch',
  ]);
  expect(describeLosses(config('acgan-mnist')).letters).toContain('CE cross-entropy of the class');
});

test('only a Wasserstein system has a critic estimate of a distance', () => {
  expect(describeMetric('criticEstimate', config('wgan-gp-mnist')).title).toBe('Critic estimate Ŵ');
  expect(describeMetric('criticEstimate', config('lsgan-mnist'))).toMatchObject({
    title: 'Score difference',
    meaning: expect.stringContaining('no estimate of a distance'),
  });
});

test('every preset has words for every metric, and an unknown metric keeps its name', () => {
  for (const preset of presets)
    for (const name of ['criticEstimate', 'criticLoss', 'gradientNorm', 'gradientPenalty', 'clipFraction', 'realScore'])
      expect(describeMetric(name, preset.config).meaning, `${preset.name} ${name}`).not.toBe('');
  expect(describeMetric('unheardOf', config('wgan-gp-mnist'))).toEqual({
    name: 'unheardOf',
    title: 'unheardOf',
    meaning: '',
  });
});

test('a value that the system never reads has no effect, and a key that nobody thought of has', () => {
  const effects = (preset: string) =>
    ['clipValue', 'gradientPenaltyWeight', 'adamBeta1', 'rmspropRho', 'imageSize', 'asPrinted', 'brandNew'].filter(
      (key) => hasEffect(key, config(preset)),
    );
  expect(effects('wgan-ring')).toEqual(['clipValue', 'rmspropRho', 'brandNew']);
  expect(effects('raschka-wgan-gp')).toEqual([
    'gradientPenaltyWeight',
    'adamBeta1',
    'imageSize',
    'asPrinted',
    'brandNew',
  ]);
});

test('a browser cannot ask for what lies in a folder', () => {
  expect(findFolderProblems(config('dcgan'))).toMatchObject([{ key: 'dataset' }]);
  expect(findFolderProblems(config('wgan-gp-ring'))).toEqual([]);
});
