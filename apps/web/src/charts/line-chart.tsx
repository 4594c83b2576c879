'use client';

import type { MetricDescription, Series } from '@duality/shared';
import { useMemo } from 'react';
import { Figures } from '#components/figures.tsx';
import { formatStep, formatValue } from './axis.ts';
import { describeDrawing } from './caption.ts';
import { Chart } from './chart.tsx';
import { DataTable } from './data-table.tsx';
import { type DrawingOptions, draw } from './drawing.ts';
import { useHoveredStep } from './hovered-step.ts';
import classes from './line-chart.module.css';
import { nearest } from './series.ts';

interface LineChartProps {
  description: MetricDescription;
  series: Series;
  /** What the series is called beside a second one on the same axes. */
  name?: string | undefined;
  second?: { series: Series; name: string } | undefined;
  options: DrawingOptions;
  isTall?: boolean;
}

/** One metric: what it is, what it says at the pointer or at its end, the curve, and the numbers behind it. */
export function LineChart({ description, series, name, second, options, isTall = false }: LineChartProps) {
  const drawing = useMemo(() => draw(second ? [series, second.series] : [series], options), [series, second, options]);
  const { title, unit, meaning } = description;
  return (
    <figure className={classes.card} aria-label={title} data-tall={isTall || undefined}>
      <div className={classes.top}>
        <h3 className={classes.title}>
          {title}
          {unit && <span className={classes.unit}> {unit}</span>}
        </h3>
        <Readout series={series} token="--chart-line" name={name} />
        {second && <Readout series={second.series} token="--chart-second" name={second.name} />}
      </div>
      <p className={classes.meaning}>{meaning}</p>
      {series.steps.length > 0 ? (
        <Chart drawing={drawing} label={`${title} over steps`} isTall={isTall} />
      ) : (
        <p className={classes.none}>The curve begins with the first step.</p>
      )}
      <figcaption className={classes.caption}>
        <span>{describeDrawing(series, drawing.range.hidden)}</span>
        {series.steps.length > 0 && <DataTable series={second ? [series, second.series] : [series]} title={title} />}
      </figcaption>
    </figure>
  );
}

function Readout({ series, token, name }: { series: Series; token: string; name: string | undefined }) {
  const hovered = useHoveredStep();
  const at = hovered === undefined ? series.steps.length - 1 : nearest(series.steps, hovered);
  const step = series.steps[at];
  if (step === undefined) return null;
  const value = series.values[at];
  const kind = series.nonFinite.find((mark) => mark.step === step)?.kind;
  return (
    <p className={classes.readout}>
      <span className={classes.swatch} style={{ background: `var(${token})` }} />
      {(name || series.bucketSteps > 1) && (
        <span className={classes.name}>{[name, series.bucketSteps > 1 && 'mean'].filter(Boolean).join(', ')}</span>
      )}
      <Figures className={classes.value ?? ''}>{value == null ? (kind ?? 'not finite') : formatValue(value)}</Figures>
      <span className={classes.step}>
        step <Figures>{formatStep(step)}</Figures>
      </span>
    </p>
  );
}
