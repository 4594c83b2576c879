'use client';

import type { RunSummary } from '@duality/shared';
import { VisuallyHidden } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Span } from '#charts/range.ts';
import { useAddress } from '#components/use-address.ts';
import { useChartOptions } from '#components/use-chart-options.ts';
import { useTRPC } from '#trpc/client.tsx';
import { CurveControls } from './curve-controls.tsx';
import { parseCurveOptions } from './curve-options.ts';
import { CurvePanel } from './curve-panel.tsx';
import classes from './curves-tab.module.css';
import { MarkedStep } from './marked-step.tsx';
import { planPanels, soonSeen } from './panel-plan.ts';
import { groupRuns } from './run-groups.ts';
import { useLiveCurves } from './use-live-curves.ts';
import { useWholeSpan } from './use-whole-span.ts';

/** Every metric of the runs on axes of its own; all share the x-axis, the part of it that is seen and the crosshair. */
export function CurvesTab({ runs: newest }: { runs: readonly RunSummary[] }) {
  const runs = useSteady(newest);
  const { query, change } = useAddress();
  const [chart, setChart] = useChartOptions();
  const options = useMemo(() => parseCurveOptions(query), [query]);
  const names = useQuery(
    useTRPC().metric.names.queryOptions(
      { runIds: runs.map(({ id }) => id) },
      { enabled: runs.length > 0, placeholderData: keepPreviousData, staleTime: 5000 },
    ),
  ).data?.names;
  const panels = useMemo(() => planPanels(names ?? [], configsOf(runs)), [names, runs]);
  const groups = useMemo(() => (options.group ? groupRuns(runs, options.group) : undefined), [runs, options.group]);
  const whole = useWholeSpan(newest, options.axis);
  useLiveCurves(newest, names !== undefined);
  const { metrics, panel: large, step } = options;
  const shown = panels.filter(({ metrics: [first] }) => metrics.length === 0 || metrics.includes(first?.name ?? ''));

  if (runs.length === 0)
    return <p className={classes.none}>No run is shown: none passes the brushes, or all are hidden.</p>;
  if (names?.length === 0) return <p className={classes.none}>The curves begin with the first step of a run.</p>;
  return (
    <>
      <VisuallyHidden component="h2">Curves</VisuallyHidden>
      <CurveControls runs={runs} panels={panels} options={options} chart={chart} onChart={setChart} onChange={change} />
      {step !== undefined && <MarkedStep step={step} onChange={change} />}
      <div className={classes.grid}>
        {shown.map((panel, at) => {
          const name = panel.metrics[0]?.name ?? '';
          return (
            <CurvePanel
              key={name}
              panel={panel}
              runs={runs}
              groups={groups}
              options={options}
              chart={chart}
              whole={whole}
              isSoonSeen={at < soonSeen}
              isLarge={large === name}
              onLarge={(isLarge) => change({ panel: isLarge ? name : undefined })}
              onView={(view: Span | undefined) => setChart({ view })}
              step={step}
              onStep={(marked) => change({ step: String(marked) })}
            />
          );
        })}
      </div>
    </>
  );
}

const configsOf = (runs: readonly RunSummary[]) => runs.map(({ config }) => config);

/** The same list until there are other runs or names: runs come anew with every step, and all charts with them. */
function useSteady(runs: readonly RunSummary[]): readonly RunSummary[] {
  const key = runs.map(({ id, name }) => `${id} ${name}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: configs never change
  return useMemo(() => runs, [key]);
}
