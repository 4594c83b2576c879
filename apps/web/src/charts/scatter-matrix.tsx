'use client';

import { type CSSProperties, Fragment, useMemo } from 'react';
import { formatValue } from './axis.ts';
import { type AxisBrush, brushBetween } from './parallel-coordinates.ts';
import { inPaintOrder, type PaintedRun } from './run-paint.ts';
import { ScatterCell } from './scatter-cell.tsx';
import classes from './scatter-matrix.module.css';
import { correlate, describeCorrelation, histogram } from './scatter-matrix.ts';
import type { ValueAxis } from './value-axis.ts';

interface ScatterMatrixProps {
  axes: readonly ValueAxis[];
  runs: readonly PaintedRun[];
  onBrush: (brushes: { by: string; brush: AxisBrush | undefined }[]) => void;
}

/** Every axis against every other below the diagonal, their rank correlations above it, each axis alone on it. */
export function ScatterMatrix({ axes, runs, onBrush }: ScatterMatrixProps) {
  const ordered = useMemo(() => inPaintOrder(runs), [runs]);
  const count = runs.filter(({ isOut }) => !isOut).length;
  return (
    <div className={classes.matrix} style={{ '--axes': axes.length } as CSSProperties}>
      {axes.map((yAxis, y) => (
        <Fragment key={yAxis.by}>
          <div className={classes.rowTitle}>
            <span>{yAxis.title}</span>
            <Ends axis={yAxis} />
          </div>
          {axes.map((xAxis, x) => {
            if (x === y) return <Histogram key={xAxis.by} axis={xAxis} bars={histogram(runs, x, xAxis)} />;
            if (x > y) return <CorrelationCell key={xAxis.by} runs={runs} x={x} y={y} axes={axes} />;
            return (
              <ScatterCell
                key={xAxis.by}
                runs={ordered}
                x={x}
                y={y}
                hasNone={xAxis.hasNone || yAxis.hasNone}
                label={`${yAxis.title} against ${xAxis.title}, ${count} runs`}
                onBrush={(alongX, alongY) =>
                  onBrush([
                    { by: xAxis.by, brush: alongX && brushBetween(xAxis, ...alongX) },
                    { by: yAxis.by, brush: alongY && brushBetween(yAxis, ...alongY) },
                  ])
                }
              />
            );
          })}
        </Fragment>
      ))}
      <span />
      {axes.map((axis) => (
        <div key={axis.by} className={classes.columnTitle}>
          <Ends axis={axis} />
          <span>{axis.title}</span>
        </div>
      ))}
    </div>
  );
}

/** Where an axis begins and ends, in words. */
function Ends({ axis }: { axis: ValueAxis }) {
  const ends = axis.isFlipped ? [axis.high, axis.low] : [axis.low, axis.high];
  const text =
    axis.kind === 'choice' ? axis.choices.map(({ title }) => title).join(', ') : ends.map(formatValue).join(' – ');
  return (
    <span className={classes.ends}>
      {text}
      {axis.scale === 'log' && ', log'}
    </span>
  );
}

function Histogram({ axis, bars }: { axis: ValueAxis; bars: number[] }) {
  const most = Math.max(1, ...bars);
  return (
    <div
      className={classes.histogram}
      role="img"
      aria-label={`${axis.title}: ${bars.join(', ')} runs from start to end`}
    >
      {bars.map((bar, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: stretches never change places
        <span key={at} style={{ height: `${(100 * bar) / most}%` }} />
      ))}
    </div>
  );
}

interface CorrelationCellProps {
  runs: readonly PaintedRun[];
  x: number;
  y: number;
  axes: readonly ValueAxis[];
}

function CorrelationCell({ runs, x, y, axes }: CorrelationCellProps) {
  const found = useMemo(() => correlate(runs, x, y, axes), [runs, x, y, axes]);
  if (!found) return <div className={classes.correlation}>–</div>;
  const { value, interval } = describeCorrelation(found);
  return (
    <div className={classes.correlation} data-strong={Math.abs(found.value) >= 0.5 || undefined}>
      <span className={`figures ${classes.value}`}>{value}</span>
      <span className={`figures ${classes.ends}`}>{interval}</span>
    </div>
  );
}
