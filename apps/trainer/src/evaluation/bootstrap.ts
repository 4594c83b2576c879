import { type Estimate, randomStream, uniforms } from '@duality/shared';

/** Places drawn with replacement: `length` of 0 … length − 1. */
export type Resample = (length: number) => Uint32Array;

const rounds = 200;

/**
 * `value` with the 2.5 % and 97.5 % points of `statistic` over resamples (percentile bootstrap, Efron 1979). The
 * resamples follow from `counter` alone.
 */
export function bootstrap(value: number, counter: number, statistic: (resample: Resample) => number): Estimate {
  return bootstrapEach({ value }, counter, (resample) => ({ value: statistic(resample) })).value;
}

/** The same of several statistics of each resample. */
export function bootstrapEach<Name extends string>(
  values: Record<Name, number>,
  counter: number,
  statistics: (resample: Resample) => Record<Name, number>,
): Record<Name, Estimate> {
  const drawn = resampled(counter, statistics, rounds);
  const estimates = (Object.keys(values) as Name[]).map((name) => {
    const found = Float64Array.from(drawn, (summary) => summary[name]).sort();
    return [name, { value: values[name], low: quantile(found, 0.025), high: quantile(found, 0.975) }];
  });
  return Object.fromEntries(estimates);
}

function resampled<T>(counter: number, statistic: (resample: Resample) => T, times: number): T[] {
  let draw = 0;
  const resample: Resample = (length) => {
    const numbers = uniforms({ seed: counter, stream: randomStream.bootstrap, counter: draw++ }, length);
    const places = new Uint32Array(length);
    for (let i = 0; i < length; i++) places[i] = (numbers[i] as number) * length; // rounds down
    return places;
  };
  return Array.from({ length: times }, () => statistic(resample));
}

/**
 * `value` ± 1.96 standard deviations of `statistic` over resamples: for a statistic that noise can only raise, as a
 * distance. It is higher in resamples, which have the noise of the sample and their own, so that their percentiles
 * would lie beside the value instead of around it.
 */
export function bootstrapSpread(
  value: number,
  counter: number,
  statistic: (resample: Resample) => number,
  times = rounds,
): Estimate {
  const found = resampled(counter, statistic, times);
  const centre = mean(found);
  const variance = found.reduce((sum, one) => sum + (one - centre) ** 2, 0) / (times - 1);
  const reach = 1.96 * Math.sqrt(variance);
  return { value, low: Math.max(0, value - reach), high: value + reach };
}

function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] as number;
  const above = sorted[Math.ceil(place)] as number;
  return below + (above - below) * (place - Math.floor(place));
}

/** The mean of the `values` at the resampled places. */
export function meanAt(values: ArrayLike<number>, places: Uint32Array): number {
  let sum = 0;
  for (const place of places) sum += values[place] as number;
  return sum / places.length;
}

export const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((a, b) => a + b, 0) / values.length;
