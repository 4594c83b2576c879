import type { Estimate } from '@duality/shared';
import { bootstrapSpread } from '../bootstrap.ts';
import { frechetDistanceTo, type Gaussian } from '../gaussian-distances.ts';
import { blockOf, blockSizes, timesDrawn } from './blocks.ts';

/** Each takes an eigenvalue decomposition. */
const resamples = 40;

/** Σ x and Σ xxᵀ, its upper triangle row by row, of each block of rows. */
interface Sums {
  features: number;
  rows: Float64Array;
  sums: Float64Array[];
}

/** The Fréchet distance of feature rows, [rows · features], to `real`, and its interval. */
export function createFrechetEstimate(real: Float32Array, features: number) {
  const sums = sumsOf(real, features);
  const distanceTo = frechetDistanceTo(gaussianOf(sums, ones(sums)));
  return (fake: Float32Array, counter: number): Estimate => {
    const sums = sumsOf(fake, features);
    const distance = (times: Float64Array) => Math.max(0, distanceTo(gaussianOf(sums, times)));
    const statistic = (resample: (length: number) => Uint32Array) => distance(timesDrawn(sums.rows.length, resample));
    return bootstrapSpread(distance(ones(sums)), counter, statistic, resamples);
  };
}

const ones = ({ rows }: Sums) => new Float64Array(rows.length).fill(1);

function sumsOf(values: Float32Array, features: number): Sums {
  const count = values.length / features;
  const rows = blockSizes(count);
  const sums = Array.from(rows, () => new Float64Array(features + (features * (features + 1)) / 2));
  for (let row = 0; row < count; row++) {
    const into = sums[blockOf(row, count)] as Float64Array;
    const first = row * features;
    let place = features;
    for (let i = 0; i < features; i++) {
      const x = values[first + i] as number;
      into[i] = (into[i] as number) + x;
      for (let j = i; j < features; j++, place++) {
        into[place] = (into[place] as number) + x * (values[first + j] as number);
      }
    }
  }
  return { features, rows, sums };
}

/** Mean and covariance of the rows when each block counts `times`. */
function gaussianOf({ features, rows, sums }: Sums, times: Float64Array): Gaussian {
  const total = new Float64Array(sums[0]?.length ?? 0);
  let count = 0;
  for (const [block, of] of sums.entries()) {
    const weight = times[block] as number;
    if (weight === 0) continue;
    count += weight * (rows[block] as number);
    for (let i = 0; i < total.length; i++) total[i] = (total[i] as number) + weight * (of[i] as number);
  }
  const mean = total.subarray(0, features).map((sum) => sum / count);
  const covariance = Array.from({ length: features }, () => new Float64Array(features));
  let place = features;
  for (let i = 0; i < features; i++) {
    for (let j = i; j < features; j++, place++) {
      const value = ((total[place] as number) - count * (mean[i] as number) * (mean[j] as number)) / (count - 1);
      (covariance[i] as Float64Array)[j] = value;
      (covariance[j] as Float64Array)[i] = value;
    }
  }
  return { mean, covariance };
}
