import type { Dimension, ParameterChoice, RangeDimension, SearchPoint, SearchSpace } from '@duality/shared';
import { normalBelow, normalDensity, truncatedNormalAt } from './normal.ts';
import { cellOf, unitOf, valueAtUnit } from './unit.ts';

/** A mixture with one kernel for each observation and one for the whole space, the prior, over some parameters jointly. */
export interface Mixture {
  /** A point from as many numbers in [0, 1) as there are parameters and one more. */
  draw: (units: Float32Array) => SearchPoint;
  /** Up to a factor that is the same for all mixtures over the same parameters. */
  densityAt: (point: SearchPoint) => number;
}

/** One parameter of all kernels; the prior comes last. */
interface Side {
  draw: (kernel: number, unit: number) => ParameterChoice;
  densities: (value: ParameterChoice) => Float64Array;
}

/** Observations after this many count less, the older the less. */
const fullWeights = 25;

/** Watanabe, 2304.11127, §3: kernels are products over the parameters, so that they keep what goes together together. */
export function createMixture(space: SearchSpace, keys: readonly string[], points: readonly SearchPoint[]): Mixture {
  const weights = weightsOf(points.length);
  const sides = keys.map((key) => {
    const values = points.map((point) => point[key] as ParameterChoice);
    return createSide(space[key] as Dimension, values);
  });
  return {
    draw: (units) => {
      const kernel = indexAt(weights, units[0] as number);
      return Object.fromEntries(
        keys.map((key, i) => [key, sides[i]?.draw(kernel, units[i + 1] as number)]),
      ) as SearchPoint;
    },
    densityAt: (point) => {
      const densities = weights.slice();
      for (const [i, key] of keys.entries()) {
        const ofSide = sides[i]?.densities(point[key] as ParameterChoice) as Float64Array;
        for (const [kernel, density] of ofSide.entries()) densities[kernel] = (densities[kernel] as number) * density;
      }
      return densities.reduce((sum, density) => sum + density, 0);
    },
  };
}

const createSide = (dimension: Dimension, values: readonly ParameterChoice[]): Side =>
  dimension.type === 'choice' ? choiceSide(dimension.values, values) : rangeSide(dimension, values as number[]);

/** Each kernel gives what was observed there most weight and shares as much as one observation among all choices. */
function choiceSide(choices: readonly ParameterChoice[], values: readonly ParameterChoice[]): Side {
  const prior = 1 / (values.length + 1);
  const kernels = values.map((value) => normalise(choices.map((choice) => prior + (choice === value ? 1 : 0))));
  kernels.push(normalise(choices.map(() => 1)));
  return {
    draw: (kernel, unit) => choices[indexAt(kernels[kernel] as Float64Array, unit)] as ParameterChoice,
    densities: (value) => {
      const index = choices.indexOf(value);
      return Float64Array.from(kernels, (shares) => shares[index] as number);
    },
  };
}

/** Normal distributions around the observed places, cut off at both ends of the range. */
function rangeSide(dimension: RangeDimension, values: readonly number[]): Side {
  const observed = values.map((value) => unitOf(dimension, value));
  const means = [...observed, 0.5];
  const deviations = [...bandwidths(observed), 1];
  const below = (kernel: number, at: number) =>
    normalBelow((at - (means[kernel] as number)) / (deviations[kernel] as number));
  const masses = means.map((_, kernel) => below(kernel, 1) - below(kernel, 0));
  return {
    draw: (kernel, unit) =>
      valueAtUnit(dimension, truncatedNormalAt(unit, means[kernel] as number, deviations[kernel] as number, 0, 1)),
    densities: (value) => {
      const at = unitOf(dimension, value as number);
      const cell = cellOf(dimension, value as number);
      return Float64Array.from(means, (mean, kernel) => {
        const deviation = deviations[kernel] as number;
        const share = cell
          ? Math.max(0, below(kernel, cell.to) - below(kernel, cell.from))
          : normalDensity((at - mean) / deviation) / deviation;
        return share / (masses[kernel] as number);
      });
    },
  };
}

/**
 * Of each place the distance to its farther neighbour (Bergstra et al., NeurIPS 2011, §4), the ends of the range counting
 * for a single place alone; never narrower than half an even share of the range, nor than a hundredth of it. Half was
 * measured to find more within 60 points than the whole share that is usual.
 */
export function bandwidths(places: readonly number[]): number[] {
  const order = places.map((_, i) => i).sort((a, b) => (places[a] as number) - (places[b] as number));
  const least = 1 / Math.min(100, 2 * (places.length + 2));
  const widths = new Array<number>(places.length).fill(1);
  for (const [i, place] of order.entries()) {
    const gaps = [i - 1, i + 1].map((j) => {
      const neighbour = order[j];
      if (neighbour !== undefined) return Math.abs((places[place] as number) - (places[neighbour] as number));
      return places.length > 1 ? 0 : Math.abs((places[place] as number) - (j < 0 ? 0 : 1));
    });
    widths[place] = Math.max(least, ...gaps);
  }
  return widths;
}

/** Of observations in their order, and of the prior. */
function weightsOf(count: number): Float64Array {
  const ramp = Math.max(0, count - fullWeights);
  const rise = (1 - 1 / count) / Math.max(1, ramp - 1);
  return normalise(Array.from({ length: count + 1 }, (_, i) => (i < ramp ? 1 / count + i * rise : 1)));
}

function normalise(weights: readonly number[]): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return Float64Array.from(weights, (weight) => weight / total);
}

/** The index in whose share of the whole a number in [0, 1) falls. */
function indexAt(shares: Float64Array, unit: number): number {
  let left = unit;
  for (const [i, share] of shares.entries()) {
    left -= share;
    if (left < 0) return i;
  }
  return shares.length - 1;
}
