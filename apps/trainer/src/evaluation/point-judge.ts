import type { Estimate } from '@duality/shared';
import { type Mixture, mixtures } from '../data/mixtures.ts';
import type { Dataset, SampleSet } from '../data/sample-set.ts';
import { bootstrap, mean, meanAt } from './bootstrap.ts';
import type { Judge } from './judge.ts';
import { estimateModes } from './mode-estimates.ts';
import { transportShares } from './optimal-transport.ts';
import { euclideanDistance, type Points } from './points.ts';
import { describeSurface, surfaceAreaOf } from './surface.ts';

/** Exact transport takes time by more than the square of this. */
const transportSamples = 512;

/** Judges points on a line or in the plane by exact transport, and by their modes where the data are a mixture. */
export function createPointJudge(dataset: string, { train, test }: Pick<Dataset, 'train' | 'test'>): Judge {
  const mixture = (mixtures as Partial<Record<string, Mixture>>)[dataset];
  const heldOut = rowsOf(test, transportSamples);
  const area = surfaceAreaOf(test);
  const floor = estimateTransport(rowsOf(train, transportSamples), heldOut, 0);
  return {
    floors: floor ? { 'eval.w1': floor } : {},
    measure: ({ step, samples, count, surface }) => {
      const points = rowsOf({ shape: test.shape, values: samples, count });
      const w1 = estimateTransport(points.slice(0, transportSamples), heldOut, step);
      const modes = mixture && estimateModes(points, mixture, step);
      const seen = area && surface && describeSurface(area, surface, { real: test.values, generated: samples });
      return {
        estimates: { ...(w1 && { 'eval.w1': w1 }), ...modes?.estimates },
        detail: { ...(modes && { classCounts: modes.counts }), ...(seen && { surface: seen }) },
      };
    },
  };
}

/** The Wasserstein-1 distance between two samples; undefined when a point is not finite. */
function estimateTransport(x: Points, y: Points, counter: number): Estimate | undefined {
  const shares = transportShares(x, y, euclideanDistance);
  if (!shares) return undefined;
  const { value, low, high } = bootstrap(
    mean(shares.x) + mean(shares.y),
    counter,
    (resample) => meanAt(shares.x, resample(shares.x.length)) + meanAt(shares.y, resample(shares.y.length)),
  );
  return { value, low: Math.max(0, low), high }; // shares of a resample may sum to less than any distance
}

function rowsOf({ shape, values, count }: SampleSet, most = count): Points {
  const size = shape[0] as number;
  return Array.from({ length: Math.min(count, most) }, (_, i) => values.subarray(i * size, (i + 1) * size));
}
