import { describeMetric, type MetricDescription, metricDescriptions, type RunConfig } from '@duality/shared';
import type { ReadingAid } from '#charts/reading-aids.ts';
import { chartAids, type Pair, pairsOf } from '#components/chart-plan.ts';

/** One chart over all runs: a metric, and perhaps a second one that is read beside it. */
export interface Panel {
  description: MetricDescription;
  /** One or two; the second with what it is called beside the first. */
  metrics: readonly { name: string; called: string | undefined }[];
}

/** How many panels are above the fold. */
export const soonSeen = 2;

/** Beyond this, a second line of every run would bury the first. */
const pairedAtMost = 6;

/** The metrics as panels, in their order; those that belong together in every run share one while the runs are few. */
export function planPanels(names: readonly string[], configs: readonly RunConfig[]): Panel[] {
  const pairs = configs.length <= pairedAtMost ? commonPairs(configs) : [];
  const has = (name: string) => names.includes(name);
  const isSecond = (name: string) => pairs.some(({ first, second }) => second === name && has(first));
  return names
    .filter((name) => !isSecond(name))
    .map((name) => {
      const description = describeForAll(name, configs);
      const pair = pairs.find(({ first, second }) => first === name && has(second));
      if (!pair) return { description, metrics: [{ name, called: undefined }] };
      const { title = description.title, meaning = description.meaning, names: called, second } = pair;
      return {
        description: { ...description, title, meaning },
        metrics: [
          { name, called: called[0] },
          { name: second, called: called[1] },
        ],
      };
    });
}

/** In the words of the runs' system where all have the same words, and else in general ones. */
function describeForAll(name: string, configs: readonly RunConfig[]): MetricDescription {
  const words = configs.map((config) => describeMetric(name, config));
  const [first] = words;
  const isShared = words.every(({ title, meaning }) => title === first?.title && meaning === first.meaning);
  if (first && isShared) return first;
  return metricDescriptions.find((one) => one.name === name) ?? { name, title: name, meaning: '' };
}

function commonPairs([first, ...others]: readonly RunConfig[]): Pair[] {
  if (!first) return [];
  const has = (config: RunConfig, wanted: Pair) =>
    pairsOf(config).some((pair) => pair.first === wanted.first && pair.second === wanted.second);
  return pairsOf(first).filter((pair) => others.every((config) => has(config, pair)));
}

/** Whether what one of these runs measures itself against holds for all. */
export function shareData([first, ...others]: readonly RunConfig[]): boolean {
  const keys = ['dataset', 'imageSize', 'imageChannels'] as const;
  return first !== undefined && others.every((config) => keys.every((key) => config[key] === first[key]));
}

const aidsAtMost = 4;

/** What the curves of a panel are to be read against: what holds for all runs, or the few different lines there are. */
export function panelAids({ metrics }: Panel, configs: readonly RunConfig[]): ReadingAid[] {
  const names = metrics.map(({ name }) => name);
  const all = configs.map((config) => chartAids(names, config));
  const different = [...new Map(all.flat().map((aid) => [aid.label, aid])).values()];
  if (different.length <= aidsAtMost) return different;
  return different.filter(({ label }) => all.every((aids) => aids.some((aid) => aid.label === label)));
}
