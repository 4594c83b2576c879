'use client';

import type { Series } from '@duality/shared';
import { Figures } from '#components/figures.tsx';
import { formatStep, formatValue } from './axis.ts';
import { useHoveredStep } from './hovered-step.ts';
import classes from './readout.module.css';
import { nearest } from './series.ts';

interface Entry {
  series: Series;
  /** Needed only beside another one. */
  name: string | undefined;
}

const tokens = ['--chart-line', '--chart-second'];

/** What the curves say at the pointer, or at their ends; a step that all share is said once. */
export function Readout({ entries }: { entries: Entry[] }) {
  const hovered = useHoveredStep();
  const shown = entries.flatMap(({ series, name }, index) => {
    const at = hovered === undefined ? series.steps.length - 1 : nearest(series.steps, hovered);
    const step = series.steps[at];
    return step === undefined ? [] : [{ series, name, step, value: series.values[at], token: tokens[index] }];
  });
  return (
    <p className={classes.readout}>
      {shown.map(({ series, name, step, value, token }, index) => (
        <span key={series.name} className={classes.entry}>
          <span className={classes.swatch} style={{ background: `var(${token})` }} />
          <span className={classes.faint}>{[name, series.bucketSteps > 1 && 'mean'].filter(Boolean).join(', ')}</span>
          <Figures className={classes.value ?? ''}>
            {value == null ? (kindAt(series, step) ?? 'not finite') : formatValue(value)}
          </Figures>
          {step !== shown[index + 1]?.step && (
            <span className={classes.faint}>
              step <Figures>{formatStep(step)}</Figures>
            </span>
          )}
        </span>
      ))}
    </p>
  );
}

const kindAt = (series: Series, step: number) => series.nonFinite.find((mark) => mark.step === step)?.kind;
