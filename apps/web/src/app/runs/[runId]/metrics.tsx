'use client';

import { leadMetric, type RunConfig, type RunSummary, type Series } from '@duality/shared';
import { type ReactNode, useMemo } from 'react';
import type { DrawingOptions } from '#charts/drawing.ts';
import { LineChart } from '#charts/line-chart.tsx';
import { emptySeries } from '#charts/series.ts';
import { chartAids, type PlannedChart, planCharts } from './chart-plan.ts';
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

export function Metrics({ run, series, problem, children }: MetricsProps) {
  const [options, setOptions] = useChartOptions();
  const { config } = run;
  const charts = useMemo(() => (series ? planCharts(withLead(series, config), config) : []), [series, config]);
  const [lead, ...others] = charts;
  return (
    <>
      <div className={classes.lead}>
        {children}
        {lead ? (
          <MetricChart config={config} chart={lead} options={options} isTall />
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
            <MetricChart key={chart.series.name} config={config} chart={chart} options={options} />
          ))}
        </div>
      </section>
    </>
  );
}

/** The metric that leads the page has its place before it has a value. */
function withLead(series: Series[], config: RunConfig): Series[] {
  const name = leadMetric(config);
  return series.some((one) => one.name === name) ? series : [emptySeries(name), ...series];
}

interface MetricChartProps {
  config: RunConfig;
  chart: PlannedChart;
  options: Omit<DrawingOptions, 'aids'>;
  isTall?: boolean;
}

function MetricChart({ config, chart, options, isTall = false }: MetricChartProps) {
  const { name } = chart.series;
  const second = chart.second?.series.name;
  const withAids = useMemo(
    () => ({ ...options, aids: chartAids(second ? [name, second] : [name], config) }),
    [options, name, second, config],
  );
  return <LineChart {...chart} options={withAids} isTall={isTall} />;
}
