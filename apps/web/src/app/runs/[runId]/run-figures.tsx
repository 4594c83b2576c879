'use client';

import { describeMetric, type RunSummary } from '@duality/shared';
import type { ReactNode } from 'react';
import { formatValue } from '#charts/axis.ts';
import { formatDuration } from '#components/duration.ts';
import { ProgressBar } from '#components/progress-bar.tsx';
import { elapsedMs, formatSpeed, timeLeftMs } from '#components/run-progress.ts';
import { useNow } from '#components/use-now.ts';
import { useSilence } from '#components/use-silence.ts';
import classes from './run-figures.module.css';

export function RunFigures({ run }: { run: RunSummary }) {
  const elapsed = elapsedMs(run, useNow(1000));
  const silent = useSilence(run);
  const left = silent === null ? timeLeftMs(run) : null;
  return (
    <dl className={classes.figures}>
      <div className={classes.progress}>
        <dt>Step</dt>
        <dd>
          <ProgressBar run={run} />
        </dd>
      </div>
      <Figure name="Speed">
        {silent !== null && `no step for ${formatDuration(silent)}`}
        {silent === null && (run.stepsPerSecond === null ? '–' : formatSpeed(run.stepsPerSecond))}
      </Figure>
      <Figure name={run.status === 'running' ? 'Running for' : 'Ran for'}>
        {elapsed === null ? '–' : formatDuration(elapsed)}
      </Figure>
      <Figure name="Time left">{left === null ? '–' : formatDuration(left)}</Figure>
      <Figure name={describeMetric('criticEstimate', run.config).title}>
        {run.criticEstimate === null ? '–' : formatValue(run.criticEstimate)}
      </Figure>
      <Figure name="Engine">{run.engine?.engine ?? run.requestedEngine}</Figure>
    </dl>
  );
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.figure}>
      <dt>{name}</dt>
      {/* A clock reads differently in the server and in the browser. */}
      <dd className="figures" suppressHydrationWarning>
        {children}
      </dd>
    </div>
  );
}
