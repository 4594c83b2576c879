/**
 * One metric of several runs over a window of steps. Arrays run in parallel, in step order. Each run counts once a
 * bucket, with its mean there, however many steps it has in it.
 */
export interface Group {
  name: string;
  /** 1 means that every step is here; more, that each entry sums up that many steps. */
  bucketSteps: number;
  steps: number[];
  /** How many runs have a finite value there. */
  runs: number[];
  /** Over runs; null where no run has a finite value. */
  means: (number | null)[];
  /** Standard deviation over runs (divided by runs − 1); null where fewer than two have a value. */
  deviations: (number | null)[];
  /** The lowest and highest value of any step of any run. */
  lows: (number | null)[];
  highs: (number | null)[];
}

export const bandKinds = ['deviation', 'error', 'confidence', 'extremes'] as const;
/** Mean ± standard deviation, mean ± standard error, 95 % confidence interval of the mean, or lowest to highest. */
export type BandKind = (typeof bandKinds)[number];

export interface Band {
  lows: (number | null)[];
  highs: (number | null)[];
}

/** The band around the group's mean. Where a single run is left, only `extremes` has one. */
export function bandOf(group: Group, kind: BandKind): Band {
  if (kind === 'extremes') return { lows: group.lows, highs: group.highs };
  const halves = group.deviations.map((deviation, i) => deviation && deviation * share(kind, group.runs[i] as number));
  const edge = (sign: 1 | -1) =>
    group.means.map((mean, i) => {
      const half = halves[i] ?? null;
      return mean === null || half === null ? null : mean + sign * half;
    });
  return { lows: edge(-1), highs: edge(1) };
}

function share(kind: Exclude<BandKind, 'extremes'>, runs: number): number {
  if (kind === 'deviation') return 1;
  return (kind === 'confidence' ? studentQuantile(runs - 1) : 1) / Math.sqrt(runs);
}

/** Where few runs are, the series of `studentQuantile` is not exact enough: by degrees of freedom, from 1. */
const exactQuantiles = [
  12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004, 2.262157, 2.228139, 2.200985,
  2.178813,
];

/**
 * The 97.5 % quantile of Student's t distribution, to five digits. Beyond the table by the Cornish–Fisher expansion
 * around the normal quantile (Abramowitz and Stegun 26.7.5).
 */
export function studentQuantile(degreesOfFreedom: number): number {
  const exact = exactQuantiles[degreesOfFreedom - 1];
  if (exact !== undefined) return exact;
  const [z, n] = [1.959963984540054, degreesOfFreedom];
  return (
    z +
    (z ** 3 + z) / (4 * n) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * n ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * n ** 3) +
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / (92160 * n ** 4)
  );
}
