'use client';

import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { CirclePause, Hourglass } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTRPC } from '#trpc/client.tsx';
import classes from '../../runs/[runId]/run-notices.module.css';
import { isLive } from '../trial-counts.ts';
import type { ShownSweep } from '../use-sweep-actions.ts';

/** What a sweep waits for, if it does. */
export function SweepNotices({ shown: { summary, trials } }: { shown: ShownSweep }) {
  const { data } = useQuery(useTRPC().system.health.queryOptions(undefined, { refetchInterval: 10_000 }));
  if (!isLive(summary)) return null;
  if (data && !data.scheduler) {
    return (
      <Waiting title="No scheduler is running">
        Nothing of this sweep goes on until there is one: run <code>npm start</code> in the folder of the repository.
      </Waiting>
    );
  }
  if (summary.status === 'paused') {
    const leaving = trials.filter(({ state }) => state === 'running').length;
    return (
      <Alert color="gray" icon={<CirclePause size={17} />} title="Paused" className={classes.notice ?? ''}>
        <p className={classes.text}>
          {leaving > 0
            ? `${leaving === 1 ? 'One trial is' : `${leaving} trials are`} saving a checkpoint; then all rest.`
            : 'All trials rest at their checkpoints.'}{' '}
          Resume goes on where they were.
        </p>
      </Alert>
    );
  }
  if (trials.length > 0) return null;
  return <Waiting title="Waiting for its first trial">The scheduler proposes it when it looks next.</Waiting>;
}

const Waiting = ({ title, children }: { title: string; children: ReactNode }) => (
  <Alert color="gray" icon={<Hourglass size={17} />} title={title} className={classes.notice ?? ''}>
    <p className={classes.text}>{children}</p>
  </Alert>
);
