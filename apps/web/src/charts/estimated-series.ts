import type { MetricCertainty } from '@duality/shared';
import { formatValue } from './axis.ts';
import type { Curve } from './curve.ts';
import type { ReadingAid } from './reading-aids.ts';

/** The curve with the intervals of its values as its band, where these are known and every step is here exactly. */
export function withIntervals(curve: Curve, certainty: MetricCertainty | undefined): Curve {
  const { series } = curve;
  if (!certainty || certainty.steps.length === 0 || series.bucketSteps > 1) return curve;
  const placeOf = new Map(certainty.steps.map((step, at) => [step, at]));
  // A value whose interval is not known is its own: a band of no height, and not a gap.
  const endsOf = (ends: readonly number[]) =>
    series.steps.map((step, at) => {
      const value = series.values[at] ?? null;
      return value === null ? null : (ends[placeOf.get(step) ?? -1] ?? value);
    });
  const { lows, highs } = certainty;
  return { ...curve, band: 'interval', series: { ...series, lows: endsOf(lows), highs: endsOf(highs) } };
}

/** What held-out samples score by each of these metrics, as far as that is known. */
export function floorAids(names: readonly string[], certainty: readonly MetricCertainty[]): ReadingAid[] {
  return names.flatMap((name) => {
    const floor = certainty.find((one) => one.name === name)?.floor;
    if (!floor) return [];
    const label = `floor: held-out against training data ${formatValue(floor.value)}`;
    return [{ value: floor.value, label, isAlwaysInView: true }];
  });
}
