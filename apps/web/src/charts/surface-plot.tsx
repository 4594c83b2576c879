'use client';

import { type PointerEvent, useCallback } from 'react';
import { highlightedRun, useHighlightedRun } from '#components/highlighted-run.ts';
import { type Draw, DrawnCanvas } from './drawn-canvas.tsx';
import { nearestPoint } from './nearest-point.ts';
import { drawCells, drawContours, drawPoint, inset, type SurfaceGrid, type SurfacePoint } from './surface-drawing.ts';
import classes from './surface-plot.module.css';
import { ticksOf, type ValueAxis } from './value-axis.ts';

interface SurfacePlotProps extends SurfaceGrid {
  x: ValueAxis;
  y: ValueAxis;
  points: readonly SurfacePoint[];
  label: string;
}

/** What is expected over two parameters, hatched where no run is near, with the runs on it. */
export function SurfacePlot(props: SurfacePlotProps) {
  const { x, y, columns, rows, shares, supported, levels, points, label } = props;
  const highlighted = useHighlightedRun();
  const draw = useCallback<Draw>(
    (ctx, whole, token) => {
      const size = inset(ctx, whole);
      const grid = { columns, rows, shares, supported, levels };
      drawCells(ctx, size, grid, token);
      drawContours(ctx, size, grid, token);
      for (const one of points) drawPoint(ctx, size, one, 3.5, token);
    },
    [columns, rows, shares, supported, levels, points],
  );
  const run = points.find(({ id }) => id === highlighted);
  const drawOver = useCallback<Draw>(
    (ctx, size, token) => run && drawPoint(ctx, inset(ctx, size), run, 7, token),
    [run],
  );
  const point = (event: PointerEvent<HTMLDivElement>) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const placed = points.map(({ id, x: atX, y: atY }) => ({ id, x: atX * width, y: (1 - atY) * height }));
    highlightedRun.set(nearestPoint(placed, event.clientX - left, event.clientY - top, 14));
  };
  return (
    <div className={classes.frame}>
      <span className={classes.yTitle}>{y.title}</span>
      <div className={classes.yTicks}>
        {ticksOf(y).map(({ position, label: text }) => (
          <span key={text} style={{ bottom: `${100 * position}%` }}>
            {text}
          </span>
        ))}
      </div>
      <div className={classes.plot} onPointerMove={point} onPointerLeave={() => highlightedRun.set(undefined)}>
        <div className={classes.sheet}>
          <DrawnCanvas draw={draw} drawOver={drawOver} label={label} />
        </div>
      </div>
      <div className={classes.xTicks}>
        {ticksOf(x, 4).map(({ position, label: text }) => (
          <span key={text} style={{ left: `${100 * position}%` }}>
            {text}
          </span>
        ))}
      </div>
      <span className={classes.xTitle}>{x.title}</span>
    </div>
  );
}
