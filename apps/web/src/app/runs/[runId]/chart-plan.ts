import { type MetricDescription, metricDescriptions, type Series } from '@duality/shared';

/** Two metrics that say more on one pair of axes than on two. */
interface Pair {
  first: string;
  second: string;
  names: [first: string | undefined, second: string];
  title?: string;
  meaning?: string;
}

const pairs: readonly Pair[] = [
  { first: 'criticEstimate', second: 'eval.criticEstimate', names: [undefined, 'held out'] },
  {
    first: 'realScore',
    second: 'fakeScore',
    names: ['real', 'generated'],
    title: 'Scores',
    meaning: 'Mean critic score of real and of generated images. Only their distance counts: the level is arbitrary.',
  },
];

export interface PlannedChart {
  description: MetricDescription;
  series: Series;
  name: string | undefined;
  second: { series: Series; name: string } | undefined;
}

/** Every series once, in the order of the descriptions, those that belong together on one chart. */
export function planCharts(series: readonly Series[]): PlannedChart[] {
  const find = (name: string) => series.find((one) => one.name === name);
  return series.flatMap((one): PlannedChart[] => {
    const pair = pairs.find(({ first }) => first === one.name);
    const other = pair && find(pair.second);
    if (pairs.some(({ first, second }) => second === one.name && find(first))) return [];
    const plain = describe(one.name);
    if (!pair || !other) return [{ description: plain, series: one, name: undefined, second: undefined }];
    const { title = plain.title, meaning = plain.meaning, names } = pair;
    return [
      {
        description: { ...plain, title, meaning },
        series: one,
        name: names[0],
        second: { series: other, name: names[1] },
      },
    ];
  });
}

const describe = (name: string): MetricDescription =>
  metricDescriptions.find((one) => one.name === name) ?? { name, title: name, meaning: '' };
