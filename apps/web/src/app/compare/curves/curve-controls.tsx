'use client';

import { type BandKind, bandKinds, type RunSummary, type XAxis, xAxes } from '@duality/shared';
import { NativeSelect } from '@mantine/core';
import { ChartControls } from '#components/chart-controls.tsx';
import type { ChartOptions } from '#components/chart-options.ts';
import type { AddressChange } from '#components/use-address.ts';
import classes from './curve-controls.module.css';
import type { CurveOptions } from './curve-options.ts';
import { bandNames } from './group-curve.ts';
import { MetricChoice } from './metric-choice.tsx';
import type { Panel } from './panel-plan.ts';
import { groupingKeys } from './run-groups.ts';

interface CurveControlsProps {
  runs: readonly RunSummary[];
  panels: readonly Panel[];
  options: CurveOptions;
  chart: ChartOptions;
  onChart: (change: Partial<ChartOptions>) => void;
  onChange: (change: AddressChange) => void;
}

const axisNames: Record<XAxis, string> = {
  step: 'Over steps',
  epoch: 'Over epochs',
  relative: 'Over relative time',
  wall: 'Over wall time',
};

/** Which metrics, over what, one by one or in groups. */
export function CurveControls({ runs, panels, options, chart, onChart, onChange }: CurveControlsProps) {
  const { axis, group, band, metrics } = options;
  // Another axis has other units, and a part of one says nothing on the other.
  const withoutView = { from: undefined, to: undefined };
  return (
    <div className={classes.controls}>
      <ChartControls options={chart} onChange={onChart}>
        <NativeSelect
          size="xs"
          aria-label="Axis"
          value={axis}
          disabled={group !== undefined}
          data={xAxes.map((value) => ({ value, label: axisNames[value] }))}
          onChange={(event) =>
            onChange({
              x: event.currentTarget.value === 'step' ? undefined : event.currentTarget.value,
              ...withoutView,
            })
          }
        />
        <NativeSelect
          size="xs"
          aria-label="Group runs"
          value={group ?? ''}
          data={[
            { value: '', label: 'A curve for each run' },
            { value: 'all', label: 'Mean of all runs' },
            ...groupingKeys(runs).map((key) => ({ value: key, label: `Mean by ${key}` })),
          ]}
          onChange={(event) => onChange({ group: event.currentTarget.value || undefined, x: undefined })}
        />
        {group && (
          <NativeSelect
            size="xs"
            aria-label="Band"
            value={band}
            data={bandKinds.map((value: BandKind) => ({ value, label: bandNames[value] }))}
            onChange={(event) => onChange({ band: event.currentTarget.value })}
          />
        )}
      </ChartControls>
      <MetricChoice panels={panels} chosen={metrics} onChange={(metric) => onChange({ metric })} />
    </div>
  );
}
