import { expect, test } from 'vitest';
import { emptySeries } from '#charts/series.ts';
import { planCharts } from './chart-plan.ts';

const plan = (...names: string[]) =>
  planCharts(names.map(emptySeries)).map(({ series, second }) => [series.name, second?.series.name]);

test('the held-out estimate stands on the chart of the estimate, and the scores on one', () => {
  expect(plan('criticEstimate', 'eval.criticEstimate', 'criticLoss', 'realScore', 'fakeScore')).toEqual([
    ['criticEstimate', 'eval.criticEstimate'],
    ['criticLoss', undefined],
    ['realScore', 'fakeScore'],
  ]);
});

test('a half of a pair stands alone, and so does a metric that nobody described', () => {
  expect(plan('eval.criticEstimate', 'fakeScore', 'unheardOf')).toEqual([
    ['eval.criticEstimate', undefined],
    ['fakeScore', undefined],
    ['unheardOf', undefined],
  ]);
});
