import { coverageSamples, type RunConfig } from '@duality/shared';
import { heldOutBatch } from '../data/batches.ts';
import { type Mixture, mixtures } from '../data/mixtures.ts';
import type { Dataset } from '../data/sample-set.ts';
import type { Gan } from '../gan/gan.ts';
import { read } from '../read.ts';
import { measureModeCoverage } from './mode-coverage.ts';

const heldOutSamples = 512;

/** What is measured on a cadence, beside the losses; it changes nothing in the networks. */
export function createEvaluation({ dataset, packing }: RunConfig, gan: Gan, data: Dataset) {
  const count = Math.min(heldOutSamples, data.test.count);
  const heldOut = heldOutBatch(data.test, count - (count % packing), gan.pixelRange);
  const mixture = (mixtures as Partial<Record<string, Mixture>>)[dataset];
  return {
    run: async (): Promise<Record<string, number>> => ({
      ...(await read(gan.evaluate(heldOut.samples))),
      ...(mixture && (await measureModes(gan, mixture))),
    }),
    dispose: () => heldOut.samples.dispose(),
  };
}

async function measureModes(gan: Gan, mixture: Mixture): Promise<Record<string, number>> {
  const samples = gan.generate(coverageSamples);
  const values = await samples.data();
  const [count = 0, dimensions = 0] = samples.shape;
  const points = Array.from({ length: count }, (_, i) => values.subarray(i * dimensions, (i + 1) * dimensions));
  samples.dispose();
  const { modesFound, highQualityFraction, klToUniform } = measureModeCoverage(points, mixture);
  return {
    'eval.modes': modesFound,
    'eval.highQuality': highQualityFraction,
    // Without a single sample near a mode there is no histogram to compare.
    ...(klToUniform !== null && { 'eval.klModes': klToUniform }),
  };
}
