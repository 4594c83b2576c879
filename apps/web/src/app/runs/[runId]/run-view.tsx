'use client';

import type { Alert, Evaluation, MetricCertainty } from '@duality/shared';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTRPC } from '#trpc/client.tsx';
import { seriesRequest } from '#trpc/series-request.ts';
import { ConfigTable } from './config-table.tsx';
import { EngineCard } from './engine-card.tsx';
import { LogCard } from './log-card.tsx';
import { Metrics } from './metrics.tsx';
import { NotesCard } from './notes-card.tsx';
import { PlaceCard } from './place-card.tsx';
import { PurgedRun } from './purged-run.tsx';
import { RunFigures } from './run-figures.tsx';
import { RunHeader } from './run-header.tsx';
import { RunNotices } from './run-notices.tsx';
import classes from './run-view.module.css';
import { SampleViewer } from './sample-viewer.tsx';
import { SystemCard } from './system-card.tsx';
import { useLiveRun } from './use-live-run.ts';

const RunAlerts = dynamic(() => import('./run-alerts.tsx').then((part) => part.RunAlerts));

const EvaluationSection = dynamic(() =>
  import('./evaluations/evaluation-section.tsx').then((part) => part.EvaluationSection),
);

const noAlerts: readonly Alert[] = [];
const noEvaluations: readonly Evaluation[] = [];
const noCertainty: readonly MetricCertainty[] = [];

export function RunView({ runId }: { runId: number }) {
  const trpc = useTRPC();
  const run = useQuery(trpc.run.get.queryOptions({ runId })).data?.run;
  const series = useQuery(trpc.metric.series.queryOptions(seriesRequest(runId)));
  const grids = useQuery(trpc.sampleGrid.list.queryOptions({ runId })).data?.grids ?? [];
  const lines = useQuery(trpc.run.log.queryOptions({ runId })).data ?? [];
  const alerts = useQuery(trpc.run.alerts.queryOptions({ runId })).data ?? noAlerts;
  const { evaluations = noEvaluations, certainty = noCertainty } =
    useQuery(trpc.evaluation.ofRun.queryOptions({ runId })).data ?? {};
  const { isPurged } = useLiveRun(runId);
  if (isPurged) return <PurgedRun />;
  if (!run) return null;

  return (
    <div className={classes.page}>
      <RunHeader run={run} />
      <RunNotices run={run} />
      {alerts.length > 0 && <RunAlerts run={run} alerts={alerts} />}
      <RunFigures run={run} />
      <Metrics
        run={run}
        series={series.data?.series}
        problem={series.error?.message}
        certainty={certainty}
        alerts={alerts}
      >
        <SampleViewer run={run} grids={grids} />
      </Metrics>
      {evaluations.length > 0 && (
        <EvaluationSection run={run} evaluations={evaluations} series={series.data?.series ?? []} />
      )}
      <NotesCard run={run} />
      <div className={classes.details}>
        <ConfigTable run={run} />
        <div className={classes.side}>
          <SystemCard run={run} />
          <EngineCard run={run} />
          <PlaceCard run={run} />
        </div>
      </div>
      <LogCard lines={lines} />
    </div>
  );
}
