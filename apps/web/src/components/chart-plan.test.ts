import { getPreset } from '@duality/shared';
import { expect, test } from 'vitest';
import { emptySeries } from '#charts/series.ts';
import { chartAids, planCharts } from './chart-plan.ts';

const planOf = (preset: string, ...names: string[]) => planCharts(names.map(emptySeries), getPreset(preset).config);
const plan = (preset: string, ...names: string[]) =>
  planOf(preset, ...names).map(({ series, second }) => [series.name, second?.series.name]);

test('the held-out estimate stands on the chart of the estimate, and the scores on one', () => {
  expect(
    plan(
      'wgan-gp-mnist',
      'criticLoss',
      'generatorLoss',
      'criticEstimate',
      'eval.criticEstimate',
      'realScore',
      'fakeScore',
    ),
  ).toEqual([
    ['criticEstimate', 'eval.criticEstimate'],
    ['criticLoss', undefined],
    ['generatorLoss', undefined],
    ['realScore', 'fakeScore'],
  ]);
});

test('where there is no distance to estimate, both losses lead on one chart, each with its equilibrium', () => {
  const charts = planOf('gan-ring', 'criticEstimate', 'criticLoss', 'generatorLoss', 'eval.modes');
  expect(charts.map(({ description }) => description.title)).toEqual(['Losses', 'Score difference', 'Modes found']);
  expect(chartAids(['criticLoss', 'generatorLoss'], getPreset('gan-ring').config).map(({ label }) => label)).toEqual([
    'critic at equilibrium: 2 ln 2 = 1.386',
    'generator at equilibrium: ln 2 = 0.693',
  ]);
});

test('one line serves both accuracies', () => {
  expect(chartAids(['accuracyReal', 'accuracyFake'], getPreset('acgan-mnist').config)).toHaveLength(1);
});

test('a half of a pair stands alone, and so does a metric that nobody described', () => {
  expect(plan('wgan-gp-mnist', 'unheardOf', 'eval.criticEstimate', 'fakeScore')).toEqual([
    ['eval.criticEstimate', undefined],
    ['fakeScore', undefined],
    ['unheardOf', undefined],
  ]);
});
