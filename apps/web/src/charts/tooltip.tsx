'use client';

import type { XAxis } from '@duality/shared';
import type { Chart as ChartJs } from 'chart.js';
import type { RefObject } from 'react';
import { Figures } from '#components/figures.tsx';
import { useHighlightedRun } from '#components/highlighted-run.ts';
import { formatValue } from './axis.ts';
import type { Curve } from './curve.ts';
import { useHoveredStep } from './hovered-step.ts';
import { Swatch } from './swatch.tsx';
import classes from './tooltip.module.css';
import { rowsAt } from './tooltip-rows.ts';
import type { ValueScale } from './value-scale.ts';
import { describeX } from './x-axis.ts';

const rowsAtMost = 9;

interface TooltipProps {
  chart: RefObject<ChartJs | undefined>;
  curves: readonly Curve[];
  axis: XAxis;
  scale: ValueScale;
}

/** What each curve says at the pointer, the highest first; of many, those around the one that is pointed at. */
export function Tooltip({ chart, curves, axis }: TooltipProps) {
  const x = useHoveredStep();
  const highlighted = useHighlightedRun();
  const { scales, chartArea } = chart.current ?? {};
  if (x === undefined || !scales?.x || !chartArea) return null;
  const { rows, above, below } = rowsAt(curves, x, highlighted, rowsAtMost);
  const left = scales.x.getPixelForValue(x);
  const isRight = left > (chartArea.left + chartArea.right) / 2;
  return (
    <div
      className={classes.tooltip}
      aria-hidden="true"
      style={isRight ? { right: `calc(100% - ${left - 10}px)` } : { left: left + 10 }}
    >
      <p className={classes.place}>{describeX(axis, x)}</p>
      {above > 0 && <p className={classes.more}>{above} higher</p>}
      {rows.map(({ curve, value }) => (
        <p key={curve.key} className={classes.row} data-on={curve.runId === highlighted || undefined}>
          <Swatch token={curve.token} dash={curve.dash} />
          <span className={classes.name}>{curve.name}</span>
          <Figures>{value === null ? 'not finite' : formatValue(value)}</Figures>
        </p>
      ))}
      {below > 0 && <p className={classes.more}>{below} lower</p>}
    </div>
  );
}
