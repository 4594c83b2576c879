'use client';

import type { MetricDescription, XAxis } from '@duality/shared';
import { type ReactNode, useMemo } from 'react';
import { describeDrawing, labelOf } from './caption.ts';
import { Chart } from './chart.tsx';
import type { Curve } from './curve.ts';
import { DataTable } from './data-table.tsx';
import { type DrawingOptions, draw } from './drawing.ts';
import { FigureMenu } from './figure-menu.tsx';
import classes from './line-chart.module.css';
import type { Span } from './range.ts';
import { Readout } from './readout.tsx';

interface LineChartProps {
  description: MetricDescription;
  curves: readonly Curve[];
  options: DrawingOptions;
  axis?: XAxis;
  isTall?: boolean;
  onView: (view: Span | undefined) => void;
  onPick?: ((x: number) => void) | undefined;
  picked?: number | undefined;
  /** What stands in place of curves that are not there. */
  empty?: string | undefined;
  /** More to do with this chart. */
  children?: ReactNode;
}

/** One metric: what it is, what it says at the pointer or at its end, the curves, and the numbers behind them. */
export function LineChart(props: LineChartProps) {
  const { description, curves, options, axis = 'step', isTall = false, onView, onPick, picked, children } = props;
  const drawing = useMemo(() => draw(curves, options), [curves, options]);
  const { title, unit, meaning } = description;
  const caption = describeDrawing(curves, drawing, options.yScale);
  const isEmpty = curves.every(({ xs }) => xs.length === 0);
  return (
    <figure className={classes.card} aria-label={title} data-tall={isTall || undefined}>
      <div className={classes.top}>
        <h3 className={classes.title}>
          {title}
          {unit && <span className={classes.unit}> {unit}</span>}
        </h3>
        {curves.length <= 2 && <Readout curves={curves} axis={axis} />}
        <span className={classes.actions}>
          {children}
          {!isEmpty && (
            <FigureMenu description={description} curves={curves} drawing={drawing} axis={axis} caption={caption} />
          )}
        </span>
      </div>
      <p className={classes.meaning}>{meaning}</p>
      {isEmpty ? (
        <p className={classes.none}>{props.empty ?? 'The curve begins with the first step.'}</p>
      ) : (
        <Chart
          drawing={drawing}
          curves={curves}
          axis={axis}
          label={labelOf(title, axis, curves)}
          isTall={isTall}
          onView={onView}
          onPick={onPick}
          picked={picked}
        />
      )}
      <figcaption className={classes.caption}>
        <span>{caption}</span>
        {drawing.aids.map(({ label }) => (
          <span key={label} className={classes.aid}>
            {label}
          </span>
        ))}
        <DataTable curves={curves} title={title} />
      </figcaption>
    </figure>
  );
}
