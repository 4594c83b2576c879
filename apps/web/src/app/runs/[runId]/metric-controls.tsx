'use client';

import { Slider, Switch, Tooltip } from '@mantine/core';
import { halfLives } from '#charts/smoothing.ts';
import type { ChartOptions } from './chart-options.ts';
import classes from './metric-controls.module.css';

interface MetricControlsProps {
  options: ChartOptions;
  onChange: (options: ChartOptions) => void;
}

export function MetricControls({ options, onChange }: MetricControlsProps) {
  const at = halfLives.indexOf(options.halfLife as (typeof halfLives)[number]);
  return (
    <div className={classes.controls}>
      <div className={classes.smoothing}>
        <Tooltip
          multiline
          w={260}
          label="Debiased moving average: weights halve every so many steps. The raw curve stays visible behind it."
        >
          <span>Smoothing</span>
        </Tooltip>
        <Slider
          className={classes.slider ?? ''}
          size="xs"
          min={0}
          max={halfLives.length - 1}
          value={at}
          label={null}
          thumbLabel="Smoothing"
          thumbValueText={(index) => nameOf(halfLives[index] ?? 0)}
          onChange={(index) => onChange({ ...options, halfLife: halfLives[index] ?? 0 })}
        />
        <span className={classes.value}>{options.halfLife === 0 ? 'off' : `${options.halfLife} steps`}</span>
      </div>
      <Switch
        size="xs"
        label="Hide outliers"
        checked={options.withoutOutliers}
        onChange={(event) => onChange({ ...options, withoutOutliers: event.currentTarget.checked })}
      />
      <Switch
        size="xs"
        label="Log scale"
        checked={options.wantsLogarithm}
        onChange={(event) => onChange({ ...options, wantsLogarithm: event.currentTarget.checked })}
      />
    </div>
  );
}

const nameOf = (halfLife: number) => (halfLife === 0 ? 'off' : `half-life ${halfLife} steps`);
