'use client';

import type { RunSummary, Series } from '@duality/shared';
import { type ReactNode, useMemo } from 'react';
import type { DrawingOptions } from '#charts/drawing.ts';
import { LineChart } from '#charts/line-chart.tsx';
import { readingAids } from '#charts/reading-aids.ts';
import { emptySeries } from '#charts/series.ts';
import { type PlannedChart, planCharts } from './chart-plan.ts';
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

export function Metrics({ run, series, problem, children }: MetricsProps) {
  const [options, setOptions] = useChartOptions();
  const charts = useMemo(() => (series ? planCharts(withMain(series)) : []), [series]);
  const [lead, ...others] = charts;
  return (
    <>
      <div className={classes.lead}>
        {children}
        {lead ? (
          <MetricChart run={run} chart={lead} options={options} isTall />
        ) : (
          <div className={classes.waiting}>Reading the curves …</div>
        )}
      </div>
      <section aria-label="Metrics" className={classes.metrics} hidden={!problem && others.length === 0}>
        <div className={classes.top}>
          <h2 className={classes.title}>Metrics</h2>
          <MetricControls options={options} onChange={setOptions} />
        </div>
        {problem && <p className={classes.none}>The curves could not be read: {problem}</p>}
        <div className={classes.grid}>
          {others.map((chart) => (
            <MetricChart key={chart.series.name} run={run} chart={chart} options={options} />
          ))}
        </div>
      </section>
    </>
  );
}

/** The critic estimate leads the page even before it has a value. */
const withMain = (series: Series[]) => (series[0]?.name === main ? series : [emptySeries(main), ...series]);

interface MetricChartProps {
  run: RunSummary;
  chart: PlannedChart;
  options: Omit<DrawingOptions, 'aids'>;
  isTall?: boolean;
}

function MetricChart({ run, chart, options, isTall = false }: MetricChartProps) {
  const { name } = chart.series;
  const { system, dataset } = run.config;
  const withAids = useMemo(
    () => ({ ...options, aids: readingAids(name, { system, dataset }) }),
    [options, name, system, dataset],
  );
  return <LineChart {...chart} options={withAids} isTall={isTall} />;
}
