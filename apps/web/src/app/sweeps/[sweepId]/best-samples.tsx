'use client';

import type { FoundRun } from '@duality/shared';
import Link from 'next/link';
import { formatValue } from '#charts/axis.ts';
import { Card } from '#components/card.tsx';
import { compareHref } from '#components/run-ids.ts';
import { describePoint } from '../describe-space.ts';
import type { ShownSweep } from '../use-sweep-actions.ts';
import classes from './best-samples.module.css';
import { GridFigure } from './grid-figure.tsx';
import { bestTrials } from './trial-order.ts';

interface BestSamplesProps {
  shown: ShownSweep;
  runs: ReadonlyMap<number, FoundRun>;
}

const mostShown = 4;

/** The newest samples of the best trials, side by side. */
export function BestSamples({ shown: { summary, trials }, runs }: BestSamplesProps) {
  const best = bestTrials(trials, summary.request.objective, mostShown).flatMap((trial) => {
    const run = trial.runId === null ? undefined : runs.get(trial.runId);
    return run?.newestGrid ? [{ trial, run }] : [];
  });
  if (best.length === 0) return null;
  const ids = best.map(({ run }) => run.id);
  return (
    <Card
      title="Best samples, side by side"
      note={
        ids.length > 1 && (
          <Link href={`${compareHref(ids)}&view=samples`} prefetch={false} className={classes.link}>
            Compare at the same step and noise
          </Link>
        )
      }
    >
      <div className={classes.row}>
        {best.map(({ trial, run }) => (
          <GridFigure key={trial.number} run={run}>
            <Link href={`/runs/${run.id}`} prefetch={false} className={classes.name}>
              Trial {trial.number}
            </Link>{' '}
            <span className="figures">{trial.objective !== null && formatValue(trial.objective)}</span>
            <span className={classes.point}>
              {describePoint(trial.params)} · seed {trial.seed}
            </span>
          </GridFigure>
        ))}
      </div>
    </Card>
  );
}
