'use client';

import type { FoundRun } from '@duality/shared';
import Link from 'next/link';
import { formatExact, formatValue } from '#charts/axis.ts';
import { Card } from '#components/card.tsx';
import { Facts } from '#components/facts.tsx';
import { LinkButton } from '#components/link-button.tsx';
import { choiceTitle, parameterTitle } from '../describe-space.ts';
import { nameObjective } from '../sweep-words.ts';
import type { ShownSweep } from '../use-sweep-actions.ts';
import classes from './best-trial-card.module.css';
import { GridFigure } from './grid-figure.tsx';

interface BestTrialCardProps {
  shown: ShownSweep;
  runs: ReadonlyMap<number, FoundRun>;
}

/** What has won so far, and where to look at it. */
export function BestTrialCard({ shown: { summary, trials }, runs }: BestTrialCardProps) {
  const { best, request } = summary;
  const trial = trials.find(({ number }) => number === best?.number);
  const name = nameObjective(request.objective);
  if (!best || !trial) {
    return (
      <Card title="Best so far">
        <p className={classes.none}>The first trial that completes with a value of {name} stands here.</p>
      </Card>
    );
  }
  const run = best.runId === null ? undefined : runs.get(best.runId);
  return (
    <Card title="Best so far" note={`trial ${best.number}`}>
      <p className={classes.value}>
        <span className="figures" title={formatExact(best.objective)}>
          {formatValue(best.objective)}
        </span>
        <span className={classes.name}>{name}</span>
      </p>
      <div className={classes.body}>
        <Facts
          facts={[
            ...Object.entries(trial.params).map(
              ([key, value]) => [parameterTitle(key), choiceTitle(key, value)] as const,
            ),
            ['Seed', trial.seed] as const,
          ]}
        />
        {run?.newestGrid && <GridFigure run={run} />}
      </div>
      {best.runId !== null && (
        <div className={classes.actions}>
          <LinkButton href={`/runs/${best.runId}`} variant="default">
            Open the best run
          </LinkButton>
          <Link href={`/runs/new?from=${best.runId}`} prefetch={false} className={classes.link}>
            Run it again with changes
          </Link>
        </div>
      )}
    </Card>
  );
}
