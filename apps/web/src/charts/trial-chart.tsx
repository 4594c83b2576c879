'use client';

import { useComputedColorScheme } from '@mantine/core';
import { Chart as ChartJs, LinearScale, LineController, LineElement, LogarithmicScale, PointElement } from 'chart.js';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import { readColours } from './colours.ts';
import { configureTrials, type TrialsOnAxes } from './configure-trials.ts';
import { nearestPoint } from './nearest-point.ts';
import classes from './trial-chart.module.css';
import { type ChartedTrial, kindOfTrial } from './trial-drawing.ts';

ChartJs.register(LineController, LineElement, PointElement, LinearScale, LogarithmicScale);

interface TrialChartProps extends Omit<TrialsOnAxes, 'lit'> {
  trials: readonly ChartedTrial[];
  lit: ChartedTrial | undefined;
  onLight: (trial: ChartedTrial | undefined) => void;
  onOpen: (trial: ChartedTrial) => void;
  label: string;
}

/** What each trial came to, one after the other, and the best so far. */
export function TrialChart({ trials, drawing, isLog, last, lit, onLight, onOpen, label }: TrialChartProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<ChartJs>(undefined);
  const scheme = useComputedColorScheme();
  const shown = trials.filter((trial) => kindOfTrial(trial) !== 'none');

  // biome-ignore lint/correctness/useExhaustiveDependencies: colours are read from the tokens, which follow the scheme
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const configured = configureTrials({ drawing, isLog, last, lit: lit?.number }, readColours(element));
    if (chart.current) {
      chart.current.data = configured.data;
      chart.current.options = configured.options ?? {};
      chart.current.update('none');
    } else chart.current = new ChartJs(element, configured);
    element.dataset.drawn = String(shown.length);
  }, [drawing, isLog, last, lit?.number, scheme]);
  useEffect(
    () => () => {
      chart.current?.destroy();
      chart.current = undefined;
    },
    [],
  );

  const point = (event: PointerEvent<HTMLDivElement>) => {
    const { x, y } = chart.current?.scales ?? {};
    if (!x || !y) return;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const placed = shown.map(({ number, objective }) => ({
      id: number,
      x: x.getPixelForValue(number),
      y: y.getPixelForValue(objective as number),
    }));
    const nearest = nearestPoint(placed, event.clientX - left, event.clientY - top, 18);
    onLight(shown.find(({ number }) => number === nearest));
  };
  const press = (event: KeyboardEvent) => {
    const at = lit ? shown.indexOf(lit) : -1;
    const to = { ArrowRight: at + 1, ArrowLeft: at < 0 ? shown.length - 1 : at - 1, Home: 0, End: shown.length - 1 }[
      event.key
    ];
    if (event.key === 'Enter' && lit) onOpen(lit);
    else if (event.key === 'Escape') onLight(undefined);
    else if (to !== undefined) onLight(shown[Math.max(0, Math.min(shown.length - 1, to))]);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the controls of a form
    <div
      className={classes.chart}
      role="group"
      aria-label={`${label}. Keys: arrows go from trial to trial, Enter opens the run.`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it answers to keys
      tabIndex={0}
      data-lit={lit !== undefined || undefined}
      onPointerMove={point}
      onPointerLeave={() => onLight(undefined)}
      onClick={() => lit && onOpen(lit)}
      onKeyDown={press}
    >
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}
