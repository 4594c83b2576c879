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
  /** Another series for the same axes, and what it is called there. */
  second?: { series: Series; title: string } | undefined;
  options: DrawingOptions;
  height?: number;
}

/** One metric: what it is, what it says at the pointer or at its end, the curve, and the numbers behind it. */
export function LineChart({ description, series, second, options, height = 190 }: LineChartProps) {
  const drawing = useMemo(() => draw(second ? [series, second.series] : [series], options), [series, second, options]);
  const { title, unit, meaning } = description;
  return (
    <figure className={classes.card} aria-label={title}>
      <div className={classes.top}>
        <h3 className={classes.title}>
          {title}
          {unit && <span className={classes.unit}> {unit}</span>}
        </h3>
        <Readout series={series} token="--chart-line" />
        {second && <Readout series={second.series} token="--chart-second" name={second.title} />}
      </div>
      <p className={classes.meaning}>{meaning}</p>
      <Chart drawing={drawing} label={`${title} over steps`} height={height} />
      <figcaption className={classes.caption}>
        <span>{describeDrawing(series, drawing.range.hidden)}</span>
        <DataTable series={series} title={title} />
      </figcaption>
    </figure>
  );
}

function Readout({ series, token, name }: { series: Series; token: string; name?: string }) {
  const hovered = useHoveredStep();
  const at = hovered === undefined ? series.steps.length - 1 : nearest(series.steps, hovered);
  const step = series.steps[at];
  if (step === undefined) return null;
  const value = series.values[at];
  const kind = series.nonFinite.find((mark) => mark.step === step)?.kind;
  return (
    <p className={classes.readout}>
      <span className={classes.swatch} style={{ background: `var(${token})` }} />
      {name && <span className={classes.name}>{name}</span>}
      <Figures className={classes.value ?? ''}>{value == null ? (kind ?? 'not finite') : formatValue(value)}</Figures>
      <span className={classes.step}>
        step <Figures>{formatStep(step)}</Figures>
      </span>
    </p>
  );
}
