import type { Estimate } from '@duality/shared';
import { neighboursOf } from '../neighbours.ts';
import { estimateMean } from './blocks.ts';
import { featureCount } from './classifier.ts';
import { createFrechetEstimate } from './frechet-estimate.ts';
import { createKernelEstimate } from './kernel-estimate.ts';

/** Takes time by the square of it. */
const neighbourRows = 1024;
/** As in 2002.09797 §5. */
const neighbours = 5;

/**
 * Compares feature rows, [rows · featureCount], with those of real images; undefined when there are too few of these.
 * All are scaled by one number that makes the mean square of the real ones 1, so that no unit is left in the distances.
 */
export function createFeatureEstimates(unscaled: Float32Array) {
  if (unscaled.length / featureCount <= neighbours) return undefined;
  const size = Math.sqrt(unscaled.reduce((sum, value) => sum + value * value, 0) / unscaled.length) || 1;
  const toScale = (features: Float32Array) => features.map((value) => value / size);
  const real = toScale(unscaled);
  const frechet = createFrechetEstimate(real, featureCount);
  const kernel = createKernelEstimate(real, featureCount);
  const countNeighbours = neighboursOf(rowsOf(real), neighbours);
  return (features: Float32Array, counter: number): Record<string, Estimate> => {
    if (features.length / featureCount <= neighbours) return {};
    const fake = toScale(features);
    const { ballsAroundFake, fakesInBall, isRecalled } = countNeighbours(rowsOf(fake));
    const isPositive = (count: number) => (count > 0 ? 1 : 0);
    const share = (counts: Uint32Array | Uint8Array) => estimateMean(Array.from(counts, isPositive), counter);
    return {
      'eval.fid': frechet(fake, counter),
      'eval.kid': kernel(fake, counter),
      'eval.precision': share(ballsAroundFake),
      'eval.recall': share(isRecalled),
      'eval.density': estimateMean(
        Float64Array.from(ballsAroundFake, (balls) => balls / neighbours),
        counter,
      ),
      'eval.coverage': share(fakesInBall),
    };
  };
}

function rowsOf(values: Float32Array): Float32Array[] {
  const count = Math.min(neighbourRows, values.length / featureCount);
  return Array.from({ length: count }, (_, row) => values.subarray(row * featureCount, (row + 1) * featureCount));
}
