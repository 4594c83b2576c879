'use client';

import {
  type Alert,
  leadMetric,
  type MetricCertainty,
  type RunConfig,
  type RunSummary,
  type Series,
} from '@duality/shared';
import { type ReactNode, useMemo } from 'react';
import { lonelyCurve } from '#charts/curve.ts';
import type { DrawingOptions } from '#charts/drawing.ts';
import { floorAids, withIntervals } from '#charts/estimated-series.ts';
import { LineChart } from '#charts/line-chart.tsx';
import { type Span, xSpan } from '#charts/range.ts';
import { emptySeries } from '#charts/series.ts';
import { ChartControls } from '#components/chart-controls.tsx';
import { chartAids, type PlannedChart, planCharts } from '#components/chart-plan.ts';
import { useChartOptions } from '#components/use-chart-options.ts';
import classes from './metrics.module.css';
import { useSeriesInView } from './use-series-in-view.ts';

interface MetricsProps {
  run: RunSummary;
  series: Series[] | undefined;
  problem: string | undefined;
  /** How certain the metrics of evaluations are. */
  certainty: readonly MetricCertainty[];
  alerts: readonly Alert[];
  /** The samples, which stand beside the curve that matters most. */
  children: ReactNode;
}

export function Metrics({ run, series, problem, certainty, alerts, children }: MetricsProps) {
  const [options, setOptions] = useChartOptions();
  const { config } = run;
  const seen = useSeriesInView(run.id, series, options.view);
  const charts = useMemo(() => (seen ? planCharts(withLead(seen, config), config) : []), [seen, config]);
  const whole = useMemo(() => xSpan((series ?? []).map((one) => lonelyCurve(one, undefined, 0))), [series]);
  const warnings = useMemo(() => alerts.map(({ step }) => step).filter((step) => step > 0), [alerts]);
  const [lead, ...others] = charts;
  const shared = {
    config,
    certainty,
    options: { ...options, whole, warnings },
    onView: (view: Span | undefined) => setOptions({ view }),
  };
  return (
    <>
      <div className={classes.lead}>
        {children}
        {lead ? (
          <MetricChart {...shared} chart={lead} isTall />
        ) : (
          <div className={classes.waiting}>Reading the curves …</div>
        )}
      </div>
      <section aria-label="Metrics" className={classes.metrics} hidden={!problem && others.length === 0}>
        <div className={classes.top}>
          <h2 className={classes.title}>Metrics</h2>
          <ChartControls options={options} onChange={setOptions} />
        </div>
        {problem && <p className={classes.none}>The curves could not be read: {problem}</p>}
        <div className={classes.grid}>
          {others.map((chart) => (
            <MetricChart key={chart.series.name} {...shared} chart={chart} />
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
  certainty: readonly MetricCertainty[];
  chart: PlannedChart;
  options: Omit<DrawingOptions, 'aids'> & { whole: Span };
  isTall?: boolean;
  onView: (view: Span | undefined) => void;
}

function MetricChart({ config, certainty, chart, options, isTall = false, onView }: MetricChartProps) {
  const { series, name, second, description } = chart;
  const { smoothing, withoutOutliers, yScale, view, whole, warnings } = options;
  const names = second ? [series.name, second.series.name] : [series.name];
  const key = names.join();
  const { low, high } = whole;
  // biome-ignore lint/correctness/useExhaustiveDependencies: names by their text
  const drawn = useMemo(() => {
    const aids = [...chartAids(names, config), ...floorAids(names, certainty)];
    return { smoothing, withoutOutliers, yScale, view, whole: { low, high }, warnings, aids };
  }, [smoothing, withoutOutliers, yScale, view, low, high, warnings, key, config, certainty]);
  const curves = useMemo(() => {
    const drawing = [lonelyCurve(series, name, 0), ...(second ? [lonelyCurve(second.series, second.name, 1)] : [])];
    return drawing.map((curve) =>
      withIntervals(
        curve,
        certainty.find((one) => one.name === curve.key),
      ),
    );
  }, [series, name, second, certainty]);
  return <LineChart description={description} curves={curves} options={drawn} isTall={isTall} onView={onView} />;
}
