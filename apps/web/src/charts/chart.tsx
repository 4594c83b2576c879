'use client';

import type { XAxis } from '@duality/shared';
import type { Chart as ChartJs } from 'chart.js';
import { useRef } from 'react';
import classes from './chart.module.css';
import { Crosshair, Upright } from './crosshair.tsx';
import type { Curve } from './curve.ts';
import type { Drawing } from './drawing.ts';
import { Highlight } from './highlight.tsx';
import type { Span } from './range.ts';
import { Tooltip } from './tooltip.tsx';
import { useChartJs } from './use-chart-js.ts';
import { useGestures } from './use-gestures.ts';
import { usePointer } from './use-pointer.ts';

interface ChartProps {
  drawing: Drawing;
  curves: readonly Curve[];
  axis: XAxis;
  label: string;
  isTall: boolean;
  /** A part of the x-axis was chosen; undefined for all of it. */
  onView: (view: Span | undefined) => void;
  /** A place on it was picked. */
  onPick?: ((x: number) => void) | undefined;
  /** The place that was picked, which stays marked. */
  picked?: number | undefined;
}

/** The curves, and what a hand can do to them. Everything about what is drawn was decided in the drawing. */
export function Chart({ drawing, curves, axis, label, isTall, onView, onPick, picked }: ChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<ChartJs>(undefined);
  useChartJs({ host, canvas, chart }, { drawing, axis });
  const { selection, ...gestures } = useGestures({ host, chart, drawing, axis, onView, onPick });
  const { isHere, ...pointer } = usePointer(chart, curves, drawing.scale);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the controls of a form
    <div
      ref={host}
      className={classes.chart}
      data-tall={isTall || undefined}
      role="group"
      aria-label={`${label}. Keys: plus and minus zoom, arrows move the crosshair, with shift they pan, 0 shows all${onPick ? ', Enter marks the step' : ''}.`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it answers to keys
      tabIndex={0}
      {...pointer}
      {...gestures}
      onPointerMove={(event) => {
        pointer.onPointerMove(event);
        gestures.onPointerMove(event);
      }}
    >
      <canvas ref={canvas} role="img" aria-label={label} />
      <Highlight chart={chart} drawing={drawing} />
      <Crosshair chart={chart} drawing={drawing} />
      <Upright chart={chart} drawing={drawing} x={picked} isPicked />
      {selection && <div className={classes.selection} style={selection} />}
      {isHere && curves.length > 2 && <Tooltip chart={chart} curves={curves} axis={axis} scale={drawing.scale} />}
    </div>
  );
}
