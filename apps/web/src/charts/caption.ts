import type { Series } from '@duality/shared';
import { formatStep } from './axis.ts';

/** Says what is drawn, so that nobody takes a bucket for a step. */
export function describeDrawing(series: Series, hidden = 0): string {
  const entries = series.steps.length;
  if (entries === 0) return 'nothing logged yet';
  const first = (series.steps[0] as number) - series.bucketSteps;
  const steps = (series.steps.at(-1) as number) - Math.max(0, first);
  const drawn =
    series.bucketSteps === 1
      ? `exact, ${formatStep(entries)} ${entries === 1 ? 'point' : 'points'}`
      : `min–max of ${formatStep(steps)} steps in ${formatStep(entries)} buckets`;
  const marks = series.nonFinite.length;
  return [drawn, marks > 0 && `${marks} not finite`, hidden > 0 && `${hidden} outside the view`]
    .filter(Boolean)
    .join(' · ');
}
