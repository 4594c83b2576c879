'use client';

import type { RunSummary } from '@duality/shared';
import { Progress } from '@mantine/core';
import { formatStep } from '#charts/axis.ts';
import { Figures } from './figures.tsx';
import classes from './progress-bar.module.css';
import { shareDone } from './run-progress.ts';

export function ProgressBar({ run }: { run: RunSummary }) {
  const percent = Math.floor(100 * shareDone(run));
  return (
    <div className={classes.progress}>
      <Figures className={classes.steps ?? ''}>
        <strong>{formatStep(run.lastStep)}</strong>
        <span className={classes.total}> / {formatStep(run.config.steps)}</span>
      </Figures>
      <Progress
        value={percent}
        size={3}
        color={run.status === 'running' ? 'petrol' : 'gray'}
        aria-label={`${percent} % of the steps of ${run.name}`}
      />
    </div>
  );
}
