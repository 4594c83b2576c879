'use client';

import { type Experiment, runStatuses } from '@duality/shared';
import Link from 'next/link';
import { Figures } from '#components/figures.tsx';
import { TimeAgo } from '#components/time-ago.tsx';
import { countRuns } from './count-runs.ts';
import classes from './experiment-item.module.css';

/** How many runs of each status it has, and since when nothing happened. */
export function ExperimentFacts({ experiment }: { experiment: Experiment }) {
  const { counts, removed, newestAt, createdAt } = experiment;
  return (
    <p className={classes.facts}>
      {countRuns(experiment) === 0 && <span>no runs</span>}
      {runStatuses
        .filter((status) => counts[status] > 0)
        .map((status) => (
          <span key={status}>
            <Figures>{counts[status]}</Figures> {status}
          </span>
        ))}
      {removed > 0 && (
        <Link href="/trash" prefetch={false}>
          <Figures>{removed}</Figures> in the trash
        </Link>
      )}
      <span>
        {newestAt === null ? 'created' : 'active'} <TimeAgo at={newestAt ?? createdAt} />
      </span>
    </p>
  );
}
