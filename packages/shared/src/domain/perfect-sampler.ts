import { type DatasetName, datasetDescriptions } from './dataset.ts';
import { coverageSamples } from './metric.ts';

/** Of a normal distribution, by its dimensions: erf(3/√2) and 1 − e^(−9/2). */
const withinThreeDeviations: Record<number, number> = { 1: 0.997300204, 2: 1 - Math.exp(-4.5) };

/** Share of the points of a perfect sampler that are of high quality; undefined where there are no modes. */
export function perfectQuality(dataset: DatasetName): number | undefined {
  const { modes, shape } = datasetDescriptions[dataset];
  return modes ? withinThreeDeviations[shape?.[0] ?? 0] : undefined;
}

/** KL of its modes from equal shares, on average; undefined where there are no modes. */
export function perfectKl(dataset: DatasetName): number | undefined {
  const { modes } = datasetDescriptions[dataset];
  return modes && (modes - 1) / (2 * coverageSamples);
}
