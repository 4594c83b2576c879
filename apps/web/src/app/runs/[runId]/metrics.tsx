'use client';

import type { RunSummary, Series } from '@duality/shared';
import { metricDescriptions } from '@duality/shared';
import { Skeleton } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import type { DrawingOptions } from '#charts/drawing.ts';
import { LineChart } from '#charts/line-chart.tsx';
import { readingAids } from '#charts/reading-aids.ts';
import { emptySeries } from '#charts/series.ts';
import { MetricControls } from './metric-controls.tsx';
import classes from './metrics.module.css';
import { useChartOptions } from './use-chart-options.ts';

interface MetricsProps {
  run: RunSummary;
  series: Series[] | undefined;
  problem: string | undefined;
  /** The samples, which stand beside the curve that matters most. */
  children: ReactNode;
}

const main = 'criticEstimate';
const heldOut = 'eval.criticEstimate';

export function Metrics({ run, series, problem, children }: MetricsProps) {
  const [options, setOptions] = useChartOptions();
  const find = (name: string) => series?.find((one) => one.name === name);
  const second = find(heldOut);
  const others = series?.filter(({ name }) => name !== main && name !== heldOut) ?? [];
  return (
    <>
      <div className={classes.lead}>
        {children}
        {series ? (
          <MetricChart
            run={run}
            series={find(main) ?? emptySeries(main)}
            second={second && { series: second, title: 'held out' }}
            options={options}
            height={380}
          />
        ) : (
          <Skeleton className={classes.waiting ?? ''} />
        )}
      </div>
      <section aria-label="Metrics" className={classes.metrics}>
        <div className={classes.top}>
          <h2 className={classes.title}>Metrics</h2>
          <MetricControls options={options} onChange={setOptions} />
        </div>
        {problem && <p className={classes.none}>The curves could not be read: {problem}</p>}
        {series && others.length === 0 && <p className={classes.none}>The other curves begin with the first step.</p>}
        <div className={classes.grid}>
          {others.map((one) => (
            <MetricChart key={one.name} run={run} series={one} options={options} />
          ))}
        </div>
      </section>
    </>
  );
}

interface MetricChartProps {
  run: RunSummary;
  series: Series;
  second?: { series: Series; title: string } | undefined;
  options: Omit<DrawingOptions, 'aids'>;
  height?: number;
}

function MetricChart({ run, series, second, options, height = 190 }: MetricChartProps) {
  const { name } = series;
  const { system, dataset } = run.config;
  const withAids = useMemo(
    () => ({ ...options, aids: readingAids(name, { system, dataset }) }),
    [options, name, system, dataset],
  );
  const description = metricDescriptions.find((one) => one.name === name) ?? { name, title: name, meaning: '' };
  return <LineChart description={description} series={series} second={second} options={withAids} height={height} />;
}
