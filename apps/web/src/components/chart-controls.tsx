'use client';

import { Button, NativeSelect, Switch } from '@mantine/core';
import { ZoomOut } from 'lucide-react';
import type { ReactNode } from 'react';
import { type YScale, yScales } from '#charts/value-scale.ts';
import classes from './chart-controls.module.css';
import type { ChartOptions } from './chart-options.ts';
import { SmoothingControl } from './smoothing-control.tsx';

interface ChartControlsProps {
  options: ChartOptions;
  onChange: (change: Partial<ChartOptions>) => void;
  /** More of them, in front. */
  children?: ReactNode;
}

const names: Record<YScale, string> = { linear: 'Linear', log: 'Log', signed: 'Signed log' };

/** How all charts of the page are drawn. */
export function ChartControls({ options, onChange, children }: ChartControlsProps) {
  return (
    <div className={classes.controls}>
      {options.view && (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<ZoomOut size={14} />}
          onClick={() => onChange({ view: undefined })}
        >
          Show all
        </Button>
      )}
      {children}
      <SmoothingControl smoothing={options.smoothing} onChange={(smoothing) => onChange({ smoothing })} />
      <NativeSelect
        size="xs"
        aria-label="Scale of values"
        value={options.yScale}
        data={yScales.map((value) => ({ value, label: names[value] }))}
        onChange={(event) => onChange({ yScale: event.currentTarget.value as YScale })}
      />
      <Switch
        size="xs"
        label="Hide outliers"
        checked={options.withoutOutliers}
        onChange={(event) => onChange({ withoutOutliers: event.currentTarget.checked })}
      />
    </div>
  );
}
