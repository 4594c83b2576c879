import type { RunConfig } from './config.ts';
import { datasetDescriptions } from './dataset.ts';
import type { Series } from './metric.ts';

/** What curves are drawn over: steps, epochs, seconds since the run started, or ms since the epoch of computers. */
export const xAxes = ['step', 'epoch', 'relative', 'wall'] as const;
export type XAxis = (typeof xAxes)[number];

/** One metric of one run over an axis. */
export interface ComparedSeries {
  runId: number;
  series: Series;
  /** Where on the axis each entry lies; null where that is its step. */
  xs: number[] | null;
}

/**
 * Passes over the data in one step: critic updates, each with a batch, by the whole batches in an epoch. Undefined where
 * nobody but the files knows how many samples there are, and for points, of which there is no end.
 */
export function epochsPerStep(config: RunConfig): number | undefined {
  const { trainingSamples } = datasetDescriptions[config.dataset];
  if (trainingSamples === undefined || config.onlyClass >= 0) return undefined;
  return config.criticSteps / Math.max(1, Math.floor(trainingSamples / config.batchSize));
}
