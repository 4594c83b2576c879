import { datasetDescriptions, type FoundRun, type FoundValue, systemDescriptions } from '@duality/shared';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { formatExact, formatValue } from '#charts/axis.ts';
import { formatDuration } from '#components/duration.ts';
import { Figures } from '#components/figures.tsx';
import { ProgressBar } from '#components/progress-bar.tsx';
import { formatSpeed, timeLeftMs } from '#components/run-progress.ts';
import { runsOfExperiment } from '#components/runs-of-experiment.ts';
import { StatusBadge } from '#components/status-badge.tsx';
import { TimeAgo } from '#components/time-ago.tsx';
import classes from './cell.module.css';
import type { Column } from './columns.ts';
import { Sparkline } from './sparkline.tsx';

/** Fetched for the first run that trains on a cluster. */
const JobNote = dynamic(() => import('./job-note.tsx').then((note) => note.JobNote));

/** What a column says of a run. */
export function Cell({ column, run }: { column: Column; run: FoundRun }): ReactNode {
  const value = run.values[column.valueAt] ?? null;
  switch (column.kind) {
    case 'status':
      return (
        <>
          <StatusBadge run={run} />
          {run.status === 'failed' && run.reason && (
            <span className={classes.reason} title={run.reason}>
              {run.reason}
            </span>
          )}
          {run.job && <JobNote run={run} />}
        </>
      );
    case 'step':
      return <ProgressBar run={run} />;
    case 'speed':
      return run.stepsPerSecond === null ? none : <Figures>{formatSpeed(run.stepsPerSecond)}</Figures>;
    case 'timeLeft': {
      const leftMs = timeLeftMs(run);
      return leftMs === null ? none : <Figures>{formatDuration(leftMs)}</Figures>;
    }
    case 'spark':
      return <Sparkline run={run} />;
    default:
      return value === null ? none : <Known column={column} value={value} />;
  }
}

function Known({ column: { kind, name }, value }: { column: Column; value: NonNullable<FoundValue> }): ReactNode {
  if (kind === 'time' && typeof value === 'number') return <TimeAgo at={value} />;
  if (kind === 'duration' && typeof value === 'number') return <Figures>{formatDuration(1000 * value)}</Figures>;
  if (kind === 'experiment') {
    return (
      <Link href={runsOfExperiment(String(value))} prefetch={false} className={classes.link}>
        {value}
      </Link>
    );
  }
  if (kind === 'tags') {
    return (
      <span className={classes.tags} title={String(value).replaceAll('\n', ', ')}>
        {String(value)
          .split('\n')
          .map((tag) => (
            <span key={tag} className={classes.tag}>
              {tag}
            </span>
          ))}
      </span>
    );
  }
  const text = textOf(name, value);
  return (
    <span className={classes.text} title={typeof value === 'number' ? formatExact(value) : text}>
      {typeof value === 'number' ? <Figures>{text}</Figures> : text}
    </span>
  );
}

const titles: Record<string, Record<string, { title: string }>> = {
  system: systemDescriptions,
  dataset: datasetDescriptions,
};

/** A value as a person reads it. */
export function textOf(name: string | null, value: FoundValue): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return name === 'seed' || name === 'id' ? formatExact(value) : formatValue(value);
  return titles[name ?? '']?.[value]?.title ?? value.replaceAll('\n', ', ');
}

const none = (
  <span className={classes.none} title="not known">
    –
  </span>
);
