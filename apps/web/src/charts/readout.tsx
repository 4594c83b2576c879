'use client';

import type { XAxis } from '@duality/shared';
import { Figures } from '#components/figures.tsx';
import { formatValue } from './axis.ts';
import type { Curve } from './curve.ts';
import { useHoveredStep } from './hovered-step.ts';
import classes from './readout.module.css';
import { nearest } from './series.ts';
import { describeX } from './x-axis.ts';

/** What one or two curves say at the pointer, or at their ends; a place that both share is said once. */
export function Readout({ curves, axis }: { curves: readonly Curve[]; axis: XAxis }) {
  const hovered = useHoveredStep();
  const shown = curves.flatMap((curve) => {
    const at = hovered === undefined ? curve.xs.length - 1 : nearest(curve.xs, hovered);
    const x = curve.xs[at];
    return x === undefined ? [] : [{ curve, x, at, step: curve.series.steps[at], value: curve.series.values[at] }];
  });
  return (
    <p className={classes.readout}>
      {shown.map(({ curve: { key, name, token, series, band }, x, at, step, value }, index) => (
        <span key={key} className={classes.entry}>
          <span className={classes.swatch} style={{ background: `var(${token})` }} />
          <span className={classes.faint}>{[name, series.bucketSteps > 1 && 'mean'].filter(Boolean).join(', ')}</span>
          <Figures className={classes.value ?? ''}>
            {value == null ? (kindAt(series.nonFinite, step) ?? 'not finite') : formatValue(value)}
          </Figures>
          {band === 'interval' && series.lows[at] != null && series.highs[at] != null && (
            <Figures className={classes.faint ?? ''}>
              {formatValue(series.lows[at])} – {formatValue(series.highs[at])}
            </Figures>
          )}
          {x !== shown[index + 1]?.x && <span className={classes.faint}>{describeX(axis, x)}</span>}
        </span>
      ))}
    </p>
  );
}

const kindAt = (marks: Curve['series']['nonFinite'], step: number | undefined) =>
  marks.find((mark) => mark.step === step)?.kind;
