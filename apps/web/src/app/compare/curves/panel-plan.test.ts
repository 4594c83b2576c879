import { configure, getPreset } from '@duality/shared';
import { expect, test } from 'vitest';
import { panelAids, planPanels, shareData } from './panel-plan.ts';

const config = (preset: string, overrides: Record<string, unknown> = {}) => configure(getPreset(preset), overrides);
const names = ['criticEstimate', 'eval.criticEstimate', 'criticLoss', 'gradientNorm', 'realScore', 'fakeScore', 'own'];
const [gp, clipped, gan] = [config('wgan-gp-mnist'), config('wgan-mnist'), config('gan-ring')];
const metricsOf = (panels: ReturnType<typeof planPanels>) =>
  panels.map(({ metrics }) => metrics.map(({ name }) => name));

test('of a few runs, metrics that belong together share a panel', () => {
  expect(metricsOf(planPanels(names, [gp, clipped]))).toEqual([
    ['criticEstimate', 'eval.criticEstimate'],
    ['criticLoss'],
    ['gradientNorm'],
    ['realScore', 'fakeScore'],
    ['own'],
  ]);
});

test('of many runs each metric has its own', () => {
  expect(metricsOf(planPanels(names, Array(20).fill(gp)))).toEqual(names.map((name) => [name]));
});

test('a metric that means something else in another system is described in general words', () => {
  const titleOf = (...configs: (typeof gp)[]) => planPanels(['criticEstimate'], configs)[0]?.description.title;
  expect(titleOf(gan)).toBe('Score difference');
  expect(titleOf(gan, gp)).toBe('Critic estimate Ŵ');
});

test('lines to read against are those of all runs, each once', () => {
  const [slope] = planPanels(['gradientNorm'], [gp]);
  expect(panelAids(slope as never, [gp, gp, gan]).map(({ value }) => value)).toEqual([1]);
  const [loss] = planPanels(['criticLoss'], [gan]);
  expect(panelAids(loss as never, [gan, config('lsgan-mnist')])).toHaveLength(2);
});

test('runs share their data where set, size and channels are the same', () => {
  expect(shareData([gp, clipped])).toBe(true);
  expect(shareData([gp, gan])).toBe(false);
  expect(shareData([gp, config('wgan-gp-mnist', { imageSize: 16 })])).toBe(false);
  expect(shareData([])).toBe(false);
});
