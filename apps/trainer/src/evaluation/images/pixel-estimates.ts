import type { Estimate } from '@duality/shared';
import { type SampleSet, sampleSize } from '../../data/sample-set.ts';
import { bootstrap } from '../bootstrap.ts';
import { estimateMean } from './blocks.ts';
import { msSsim, scalesOf } from './ms-ssim.ts';
import { createNearestSearch } from './nearest-images.ts';

const pairs = 512;
/** Each is compared with every training image. */
const nearestSamples = 64;

/** How alike samples are to each other: the mean MS-SSIM of pairs; undefined where an image is smaller than its window. */
export function estimateDiversity(
  pixels: Float32Array,
  count: number,
  shape: readonly number[],
  counter: number,
): Estimate | undefined {
  const some = Math.min(pairs, Math.floor(count / 2));
  if (some === 0 || scalesOf(shape[0] as number, shape[1] as number) === 0) return undefined;
  const size = sampleSize({ shape });
  const image = (i: number) => pixels.subarray(i * size, (i + 1) * size);
  const similarities = Float64Array.from({ length: some }, (_, i) => msSsim(image(2 * i), image(2 * i + 1), shape));
  return estimateMean(similarities, counter);
}

/**
 * How far samples are from their nearest training images: the median distance over that of held-out images to theirs.
 * 1 is as far as new real images are, 0 is memorised.
 */
export function createNearestEstimate(train: SampleSet, heldOut: Float32Array, heldOutCount: number) {
  const find = createNearestSearch(train);
  const usual = find(heldOut, Math.min(nearestSamples, heldOutCount)).distances;
  const estimate = (distances: Float64Array, counter: number): Estimate => {
    const ratio = medianOf(distances) / medianOf(usual);
    return bootstrap(ratio, counter, (resample) => {
      const drawn = Float64Array.from(resample(distances.length), (place) => distances[place] as number);
      return medianOf(drawn) / medianOf(usual);
    });
  };
  return {
    floor: estimate(usual, 0),
    measure: (pixels: Float32Array, count: number, counter: number) => {
      const { places, distances } = find(pixels, Math.min(nearestSamples, count));
      return { places, estimate: estimate(distances, counter) };
    },
  };
}

function medianOf(values: Float64Array): number {
  const sorted = values.toSorted();
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] as number) + (sorted[Math.ceil(middle)] as number)) / 2;
}
