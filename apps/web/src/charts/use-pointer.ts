import type { Chart as ChartJs } from 'chart.js';
import { type PointerEvent, type RefObject, useState } from 'react';
import { highlightedRun } from '#components/highlighted-run.ts';
import type { Curve } from './curve.ts';
import { hoveredStep } from './hovered-step.ts';
import { nearestCurve } from './nearest-curve.ts';
import type { ValueScale } from './value-scale.ts';

/** In pixels: further away from every curve, none is meant. */
const reach = 28;

/** Tells the page where on the x-axis the pointer is, and which run it points at. */
export function usePointer(chart: RefObject<ChartJs | undefined>, curves: readonly Curve[], scale: ValueScale) {
  const [isHere, setIsHere] = useState(false);
  return {
    isHere,
    onPointerMove: ({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>) => {
      const { x, y } = chart.current?.scales ?? {};
      if (!x || !y) return;
      const { left, top } = currentTarget.getBoundingClientRect();
      const at = x.getValueForPixel(clientX - left) ?? 0;
      // A captured pointer that is let go leaves and does not come back.
      setIsHere(true);
      hoveredStep.set(at);
      if (curves.length < 2) return;
      const perPixel = (y.max - y.min) / Math.max(1, y.bottom - y.top);
      const height = y.getValueForPixel(clientY - top) ?? 0;
      highlightedRun.set(nearestCurve(curves, scale, at, height, reach * perPixel)?.runId);
    },
    onPointerLeave: () => {
      setIsHere(false);
      hoveredStep.set(undefined);
      if (curves.length > 1) highlightedRun.set(undefined);
    },
  };
}
