'use client';

import type { MetricDescription, Series } from '@duality/shared';
import { useMemo } from 'react';
import { describeDrawing } from './caption.ts';
import { Chart } from './chart.tsx';
import { DataTable } from './data-table.tsx';
import { type DrawingOptions, draw } from './drawing.ts';
import classes from './line-chart.module.css';
import { Readout } from './readout.tsx';

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
        <Readout entries={second ? [{ series, name }, second] : [{ series, name }]} />
      </div>
      <p className={classes.meaning}>{meaning}</p>
      {series.steps.length > 0 ? (
        <Chart drawing={drawing} label={`${title} over steps`} isTall={isTall} />
      ) : (
        <p className={classes.none}>The curve begins with the first step.</p>
      )}
      <figcaption className={classes.caption}>
        <span>{describeDrawing(series, drawing.range.hidden)}</span>
        {drawing.aids.map(({ label }) => (
          <span key={label} className={classes.aid}>
            {label}
          </span>
        ))}
        {series.steps.length > 0 && <DataTable series={second ? [series, second.series] : [series]} title={title} />}
      </figcaption>
    </figure>
  );
}
