import { coverageSamples, perfectQuality } from '@duality/shared';
import { moreCriticSteps } from '../edits.ts';
import type { Rule } from '../rule.ts';

export const tooNarrowSamples: Rule = {
  patience: { begin: 3, end: 3 },
  watch: ({ dataset }) => {
    const perfect = perfectQuality(dataset);
    if (perfect === undefined) return undefined;
    const most = perfect + 3 * Math.sqrt((perfect * (1 - perfect)) / coverageSamples);
    return (_step, { 'eval.highQuality': share }) => {
      if (share === undefined) return undefined;
      if (share <= most) return null;
      return `${percent(share)} of the samples lie within three deviations of a mode, where a perfect sampler has ${percent(perfect)} and chance gives at most ${percent(most)}`;
    };
  },
  edits: moreCriticSteps,
};

const percent = (share: number) => `${(100 * share).toFixed(2)} %`;
