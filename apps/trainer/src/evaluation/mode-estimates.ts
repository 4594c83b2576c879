import type { Mixture } from '../data/mixtures.ts';
import { bootstrapEach } from './bootstrap.ts';
import { measureModeCoverage, summariseCounts } from './mode-coverage.ts';
import type { Points } from './points.ts';

/** How points spread over a mixture, with intervals, and how many of high quality each mode has. */
export function estimateModes(points: Points, mixture: Mixture, counter: number) {
  const { counts, ...summary } = measureModeCoverage(points, mixture);
  const modes = modesOf(counts, points.length);
  const estimates = bootstrapEach(named(summary), counter, (resample) => {
    const drawn = new Array<number>(counts.length).fill(0);
    for (const place of resample(modes.length)) {
      const mode = modes[place] as number;
      if (mode >= 0) drawn[mode] = (drawn[mode] as number) + 1;
    }
    return named(summariseCounts(drawn, modes.length));
  });
  const { 'eval.klModes': klModes, ...others } = estimates;
  // Without a single sample near a mode there is no histogram to compare.
  return { counts, estimates: summary.klToUniform === null ? others : { ...others, 'eval.klModes': klModes } };
}

const named = ({ modesFound, highQualityFraction, klToUniform }: ReturnType<typeof summariseCounts>) => ({
  'eval.modes': modesFound,
  'eval.highQuality': highQualityFraction,
  'eval.klModes': klToUniform ?? Number.NaN,
});

/** The mode of each of `total` points, −1 for those of no quality; their order does not matter to a resample. */
function modesOf(counts: number[], total: number): Int8Array {
  const modes = new Int8Array(total).fill(-1);
  let next = 0;
  for (const [mode, count] of counts.entries()) {
    modes.fill(mode, next, next + count);
    next += count;
  }
  return modes;
}
