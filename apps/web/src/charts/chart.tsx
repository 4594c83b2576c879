'use client';

import { useComputedColorScheme } from '@mantine/core';
import {
  type ChartConfiguration,
  Chart as ChartJs,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
} from 'chart.js';
import { useEffect, useRef } from 'react';
import { formatStepTick, formatValueTick } from './axis.ts';
import classes from './chart.module.css';
import { overlay } from './chart-overlay.ts';
import type { Drawing } from './drawing.ts';
import { hoveredStep, useHoveredStep } from './hovered-step.ts';

ChartJs.register(LineController, LineElement, PointElement, LinearScale, LogarithmicScale, Filler);

/** However many deltas arrive, a curve is redrawn at most ten times a second. */
const redrawEveryMs = 100;

/** The only place that knows chart.js: everything about what is drawn was decided in the drawing. */
export function Chart({ drawing, label, isTall }: { drawing: Drawing; label: string; isTall: boolean }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<ChartJs>(undefined);
  const newest = useRef(drawing);
  const redraw = useRef<ReturnType<typeof setTimeout>>(undefined);
  const scheme = useComputedColorScheme();

  // biome-ignore lint/correctness/useExhaustiveDependencies: colours are read from the tokens, which follow the scheme
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const made = new ChartJs(element, configure(newest.current, readColours(element), newest));
    chart.current = made;
    return () => {
      clearTimeout(redraw.current);
      redraw.current = undefined;
      made.destroy();
    };
  }, [scheme]);

  useEffect(() => {
    if (newest.current === drawing) return;
    newest.current = drawing;
    redraw.current ??= setTimeout(() => {
      redraw.current = undefined;
      const { current } = chart;
      if (!current || !canvas.current) return;
      const { data, options } = configure(newest.current, readColours(canvas.current), newest);
      current.data = data;
      current.options = options ?? {};
      current.update('none');
    }, redrawEveryMs);
  }, [drawing]);

  return (
    <div
      className={classes.chart}
      data-tall={isTall || undefined}
      onPointerMove={(event) => {
        const scale = chart.current?.scales.x;
        if (!scale) return;
        const { left } = event.currentTarget.getBoundingClientRect();
        hoveredStep.set(Math.round(scale.getValueForPixel(event.clientX - left) ?? 0));
      }}
      onPointerLeave={() => hoveredStep.set(undefined)}
    >
      <canvas ref={canvas} role="img" aria-label={label} />
      <Crosshair chart={chart} drawing={drawing} />
    </div>
  );
}

function Crosshair({ chart, drawing }: { chart: React.RefObject<ChartJs | undefined>; drawing: Drawing }) {
  const step = useHoveredStep();
  const area = chart.current?.chartArea;
  const scale = chart.current?.scales.x;
  if (step === undefined || !area || !scale || step < drawing.steps.first || step > drawing.steps.last) return null;
  const { top, height } = area;
  return <div className={classes.crosshair} style={{ left: scale.getPixelForValue(step), top, height }} />;
}

type Colours = (token: string) => string;

function readColours(element: HTMLElement): Colours {
  const style = getComputedStyle(element);
  return (token) => style.getPropertyValue(token).trim();
}

function configure(
  drawing: Drawing,
  colour: Colours,
  newest: { current: Drawing },
): ChartConfiguration<'line', { x: number; y: number }[]> {
  const tickFont = { family: colour('--font-figures'), size: 11 };
  const grid = { color: colour('--chart-grid'), drawTicks: false };
  const ticks = { color: colour('--chart-label'), font: tickFont, padding: 8, maxRotation: 0 };
  const thin = { pointRadius: 0, pointHitRadius: 0, borderJoinStyle: 'round' as const };
  return {
    type: 'line',
    data: {
      datasets: [
        ...drawing.lines.map(({ points, token, width, dash }) => ({
          ...thin,
          data: points,
          borderColor: colour(token),
          borderWidth: width,
          ...(dash && { borderDash: dash }),
          // A lone point has no line to be seen by.
          pointRadius: points.length < 3 ? 2 : 0,
          pointBackgroundColor: colour(token),
        })),
        // Without its edge a band one bucket wide, such as a spike of one step, could hardly be seen.
        ...drawing.bands.flatMap(({ lows, highs, token, edgeToken }) => {
          const edge = { ...thin, borderColor: colour(edgeToken), borderWidth: 0.75, backgroundColor: colour(token) };
          return [
            { ...edge, data: lows },
            { ...edge, data: highs, fill: '-1' },
          ];
        }),
      ],
    },
    options: {
      animation: false,
      parsing: false,
      normalized: true,
      responsive: true,
      maintainAspectRatio: false,
      events: [],
      layout: { padding: { top: 4, right: 8 } },
      scales: {
        x: {
          type: 'linear',
          min: drawing.steps.first,
          max: drawing.steps.last,
          border: { color: colour('--line-strong') },
          grid: { ...grid, drawOnChartArea: false },
          ticks: { ...ticks, maxTicksLimit: 6, callback: (step) => formatStepTick(Number(step)), includeBounds: false },
        },
        y: {
          type: drawing.isLogarithmic ? 'logarithmic' : 'linear',
          min: drawing.range.low,
          max: drawing.range.high,
          border: { display: false },
          grid,
          ticks: {
            ...ticks,
            maxTicksLimit: 6,
            callback: (value) => formatValueTick(Number(value)),
            includeBounds: false,
          },
        },
      },
    },
    plugins: [overlay(newest, colour)],
  };
}
