import { useComputedColorScheme } from '@mantine/core';
import { Chart as ChartJs, Filler, LinearScale, LineController, LineElement, PointElement } from 'chart.js';
import { type RefObject, useEffect, useRef } from 'react';
import classes from './chart.module.css';
import { readColours } from './colours.ts';
import { configure } from './configure.ts';
import type { Drawn } from './drawing.ts';
import { gesture } from './gesture.ts';
import { createPreview } from './preview.ts';

ChartJs.register(LineController, LineElement, PointElement, LinearScale, Filler);

/** However many deltas arrive, a curve is redrawn at most ten times a second. */
const redrawEveryMs = 100;

interface Places {
  host: RefObject<HTMLElement | null>;
  canvas: RefObject<HTMLCanvasElement | null>;
  /** Set while there is a chart. */
  chart: RefObject<ChartJs | undefined>;
}

/** Keeps a chart.js chart on the canvas and draws anew what changed; while a hand moves it, a picture of it. */
export function useChartJs({ host, canvas, chart }: Places, drawn: Drawn): void {
  const newest = useRef(drawn);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const redraw = useRef<() => void>(undefined);
  const scheme = useComputedColorScheme();

  // biome-ignore lint/correctness/useExhaustiveDependencies: colours are read from the tokens, which follow the scheme
  useEffect(() => {
    const element = canvas.current;
    if (!element || !host.current) return;
    const made = new ChartJs(element, configure(newest, readColours(element)));
    const preview = createPreview(host.current, classes.preview ?? '');
    chart.current = made;
    redraw.current = () => {
      if (gesture.get()) return;
      const { data, options } = configure(newest, readColours(element));
      made.data = data;
      made.options = options ?? {};
      made.update('none');
      preview.hide();
    };
    const stop = gesture.subscribe(() => {
      const view = gesture.get();
      if (view) preview.show(made, view);
      // What was chosen comes with the next drawing; if nothing comes, the chart goes back to what it was.
      else timer.current ??= setTimeout(run, redrawEveryMs);
    });
    const run = () => {
      timer.current = undefined;
      redraw.current?.();
    };
    return () => {
      stop();
      clearTimeout(timer.current);
      timer.current = undefined;
      preview.hide();
      chart.current = undefined;
      made.destroy();
    };
  }, [scheme]);

  const { drawing, axis } = drawn;
  useEffect(() => {
    if (newest.current.drawing === drawing && newest.current.axis === axis) return;
    newest.current = { drawing, axis };
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      redraw.current?.();
    }, redrawEveryMs);
  }, [drawing, axis]);
}
