import type { XAxis } from '@duality/shared';
import { formatStep } from './axis.ts';
import type { Curve } from './curve.ts';
import type { Drawing } from './drawing.ts';
import type { YScale } from './value-scale.ts';

/** Says what is drawn, so that nobody takes a bucket for a step. */
export function describeDrawing(curves: readonly Curve[], drawing: Drawing, wanted: YScale): string {
  const drawn = curves.filter(({ series }) => series.steps.length > 0);
  if (drawn.length === 0) return 'nothing logged yet';
  const marks = drawing.marks.length;
  const { hidden } = drawing.range;
  return [
    drawn.length > 2 && `${drawn.length} curves`,
    describePoints(drawn),
    drawn.some(({ band }) => band === 'interval') && 'band: 95 % bootstrap interval',
    describeScale(drawing, wanted),
    marks > 0 && `${formatStep(marks)} not finite (×)`,
    drawing.warnings.length > 0 && `${counted(drawing.warnings.length, 'alert')} (▲)`,
    hidden > 0 && `${formatStep(hidden)} outside the view`,
  ]
    .filter(Boolean)
    .join(' · ');
}

function describePoints(curves: readonly Curve[]): string {
  if (curves.some(({ band, series }) => band === 'spread' && series.bucketSteps === 1))
    return 'mean over runs at every step';
  const bucketed = curves.filter(({ series }) => series.bucketSteps > 1);
  const [first] = bucketed;
  if (!first) {
    const points = curves.reduce((most, { series }) => Math.max(most, series.steps.length), 0);
    return `exact, ${curves.length > 2 ? 'up to ' : ''}${counted(points, 'point')}`;
  }
  const buckets = formatStep(first.series.steps.length);
  return curves.length > 2
    ? `min–max of ${formatStep(first.series.bucketSteps)} steps a bucket`
    : `min–max of ${formatStep(stepsOf(first))} steps in ${buckets} buckets`;
}

const counted = (count: number, what: string) => `${formatStep(count)} ${what}${count === 1 ? '' : 's'}`;

function stepsOf({ series: { steps, bucketSteps } }: Curve): number {
  const before = (steps[0] as number) - bucketSteps;
  return (steps.at(-1) as number) - Math.max(0, before);
}

function describeScale({ scale }: Drawing, wanted: YScale): string | false {
  if (scale.kind === 'signed') return `signed log, linear below ${scale.threshold}`;
  return wanted === 'log' && scale.kind === 'linear' && 'linear: a log scale needs values above 0, signed log does not';
}

/** What the chart is called for those who cannot see it. */
export const labelOf = (title: string, axis: XAxis, curves: readonly Curve[]) =>
  `${title} over ${axis === 'step' ? 'steps' : axis === 'epoch' ? 'epochs' : 'time'}${
    curves.length > 2 ? `, ${curves.length} curves` : ''
  }`;
