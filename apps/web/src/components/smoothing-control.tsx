'use client';

import { NativeSelect, Slider } from '@mantine/core';
import { useState } from 'react';
import { halfLives, type Smoothing, shares, unsmoothed } from '#charts/smoothing.ts';
import classes from './chart-controls.module.css';

const methods = {
  'half-life': {
    name: 'EMA over steps',
    formula: 'Time-weighted, debiased moving average: the weight of a value halves every so many steps.',
    stops: halfLives,
  },
  share: {
    name: 'EMA over points',
    formula:
      'TensorBoard’s debiased moving average: m ← a·m + (1 − a)·value, over (1 − aⁿ). It smooths more where points are far apart.',
    stops: shares,
  },
} as const;
type Method = keyof typeof methods;

/** The raw curve stays behind the smoothed one, so nothing is lost by it. */
export function SmoothingControl({ smoothing, onChange }: { smoothing: Smoothing; onChange: (to: Smoothing) => void }) {
  const [wanted, setWanted] = useState<Method>('half-life');
  const method = smoothing.kind === 'none' ? wanted : smoothing.kind;
  const { stops, formula } = methods[method];
  const now = smoothing.kind === 'none' ? 0 : smoothing.kind === 'share' ? smoothing.share : smoothing.steps;
  const at = stops.findLastIndex((stop) => stop <= now);
  return (
    <div className={classes.smoothing}>
      <span title={`${formula} The raw curve stays visible behind it.`}>Smoothing</span>
      <NativeSelect
        size="xs"
        aria-label="Kind of smoothing"
        value={method}
        data={Object.entries(methods).map(([value, { name }]) => ({ value, label: name }))}
        onChange={(event) => {
          setWanted(event.currentTarget.value as Method);
          onChange(unsmoothed);
        }}
      />
      <Slider
        className={classes.slider ?? ''}
        size="xs"
        min={0}
        max={stops.length - 1}
        value={at}
        label={null}
        thumbLabel="Smoothing"
        thumbValueText={(index) => nameOf(method, stops[index] ?? 0)}
        onChange={(index) => onChange(smoothingOf(method, stops[index] ?? 0))}
      />
      <span className={classes.value}>{now === 0 ? 'off' : method === 'share' ? now : `${now} steps`}</span>
    </div>
  );
}

function smoothingOf(method: Method, amount: number): Smoothing {
  if (amount === 0) return unsmoothed;
  return method === 'share' ? { kind: 'share', share: amount } : { kind: 'half-life', steps: amount };
}

function nameOf(method: Method, amount: number): string {
  if (amount === 0) return 'off';
  return method === 'share' ? `share ${amount}` : `half-life ${amount} steps`;
}
