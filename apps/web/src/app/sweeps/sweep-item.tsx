'use client';

import type { SweepSummary } from '@duality/shared';
import Link from 'next/link';
import { formatValue } from '#charts/axis.ts';
import { TimeAgo } from '#components/time-ago.tsx';
import classes from './sweep-item.module.css';
import { SweepBadge } from './sweep-status.tsx';
import { SweepVerbs } from './sweep-verbs.tsx';
import { nameObjective, strategyWords } from './sweep-words.ts';
import { TrialBar } from './trial-bar.tsx';

/** One sweep of the list. */
export function SweepItem({ sweep }: { sweep: SweepSummary }) {
  const { id, name, status, request, best, createdAt } = sweep;
  return (
    <li className={classes.item}>
      <div className={classes.naming}>
        <div className={classes.line}>
          <h2 className={classes.name}>
            <Link href={`/sweeps/${id}`} prefetch={false}>
              {name}
            </Link>
          </h2>
          <SweepBadge status={status} />
        </div>
        <p className={classes.facts}>
          {strategyWords[request.strategy].title} over {Object.keys(request.space).join(', ')} · {request.preset} ·{' '}
          <TimeAgo at={createdAt} />
        </p>
      </div>
      <TrialBar sweep={sweep} />
      <div className={classes.best}>
        <span className={classes.label}>Best {nameObjective(request.objective)}</span>
        {best ? (
          <span className="figures">
            {formatValue(best.objective)}{' '}
            {best.runId !== null && (
              <Link
                href={`/runs/${best.runId}`}
                prefetch={false}
                aria-label={`Best run of ${name}: trial ${best.number}`}
              >
                trial {best.number}
              </Link>
            )}
          </span>
        ) : (
          <span>none yet</span>
        )}
      </div>
      <SweepVerbs sweep={sweep} size="xs" />
    </li>
  );
}
