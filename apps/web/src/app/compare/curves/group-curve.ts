import { type BandKind, bandOf, type Group } from '@duality/shared';
import type { Curve } from '#charts/curve.ts';
import { runLook } from '#components/run-colour.ts';

/** A group as a curve: the mean of its runs, with their spread as its band. */
export function groupCurve(group: Group, kind: BandKind, called: string, at: number): Curve {
  const { name, bucketSteps, steps, means } = group;
  return {
    ...runLook(at + 1),
    key: `${called} ${name}`,
    name: called,
    runId: undefined,
    isSecond: false,
    band: 'spread',
    series: { name, bucketSteps, steps, values: means, ...bandOf(group, kind), nonFinite: [] },
    xs: steps,
  };
}

export const bandNames: Record<BandKind, string> = {
  deviation: '± standard deviation',
  error: '± standard error',
  confidence: '95 % interval of the mean',
  extremes: 'lowest to highest',
};
