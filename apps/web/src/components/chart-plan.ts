import {
  describeMetric,
  describeScores,
  leadMetric,
  type MetricDescription,
  metricDescriptions,
  type RunConfig,
  type Series,
  wassersteinSystems,
} from '@duality/shared';
import { type ReadingAid, readingAids } from '#charts/reading-aids.ts';

/** Two metrics that say more on one pair of axes than on two. */
export interface Pair {
  first: string;
  second: string;
  names: [first: string | undefined, second: string];
  title?: string;
  meaning?: string;
}

export interface PlannedChart {
  description: MetricDescription;
  series: Series;
  name: string | undefined;
  second: { series: Series; name: string } | undefined;
}

/** Every series once, what matters most in this system first, those that belong together on one chart. */
export function planCharts(series: readonly Series[], config: RunConfig): PlannedChart[] {
  const pairs = pairsOf(config);
  const find = (name: string) => series.find((one) => one.name === name);
  const order = orderOf(config);
  const rank = ({ name }: Series) => (order.includes(name) ? order.indexOf(name) : order.length);
  const isDrawnWithAnother = ({ name }: Series) => pairs.some(({ first, second }) => second === name && find(first));
  return [...series]
    .sort((a, b) => rank(a) - rank(b))
    .filter((one) => !isDrawnWithAnother(one))
    .map((one): PlannedChart => {
      const pair = pairs.find(({ first }) => first === one.name);
      const other = pair && find(pair.second);
      const description = describeMetric(one.name, config);
      if (!pair || !other) return { description, series: one, name: undefined, second: undefined };
      const { title = description.title, meaning = description.meaning, names } = pair;
      return {
        description: { ...description, title, meaning },
        series: one,
        name: names[0],
        second: { series: other, name: names[1] },
      };
    });
}

/** What the metrics of one chart are to be read against. */
export function chartAids(names: readonly string[], config: RunConfig): ReadingAid[] {
  const aids = names.flatMap((name) => readingAids(name, config));
  return aids.filter(({ label }, at) => aids.findIndex((one) => one.label === label) === at);
}

function orderOf(config: RunConfig): string[] {
  const names = metricDescriptions.map(({ name }) => name);
  if (leadMetric(config) === names[0]) return names;
  const losses = ['criticLoss', 'generatorLoss'];
  return [...losses, ...names.filter((name) => !losses.includes(name))];
}

/** What of a run with this config belongs together. */
export function pairsOf(config: RunConfig): Pair[] {
  const pairs: Pair[] = [
    { first: 'criticEstimate', second: 'eval.criticEstimate', names: [undefined, 'held out'] },
    {
      first: 'realScore',
      second: 'fakeScore',
      names: ['real', 'generated'],
      title: 'Scores',
      meaning: `Mean critic score of real and of generated samples. ${describeScores(config)}`,
    },
    {
      first: 'accuracyReal',
      second: 'accuracyFake',
      names: ['real', 'generated'],
      title: 'Class accuracy',
      meaning: 'Share of samples whose class the critic names: of generated ones, whether they are what was asked for.',
    },
  ];
  // The losses of a Wasserstein system have no common level, nor has one that matches features.
  if (wassersteinSystems.includes(config.system) || config.generatorLoss !== 'own') return pairs;
  const critic = describeMetric('criticLoss', config).meaning;
  const losses: Pair = {
    first: 'criticLoss',
    second: 'generatorLoss',
    names: ['critic', 'generator'],
    title: 'Losses',
    meaning: `${critic} ${describeMetric('generatorLoss', config).meaning}`,
  };
  return [losses, ...pairs];
}
