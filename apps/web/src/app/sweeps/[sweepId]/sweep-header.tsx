'use client';

import type { SweepSummary } from '@duality/shared';
import { CopyPlus } from 'lucide-react';
import Link from 'next/link';
import { BackLink } from '#components/back-link.tsx';
import { Figures } from '#components/figures.tsx';
import { LinkButton } from '#components/link-button.tsx';
import { runsOfExperiment } from '#components/runs-of-experiment.ts';
import { TimeAgo } from '#components/time-ago.tsx';
import { SweepBadge } from '../sweep-status.tsx';
import { SweepVerbs } from '../sweep-verbs.tsx';
import { ruleWords, strategyWords } from '../sweep-words.ts';
import classes from './sweep-header.module.css';

export function SweepHeader({ sweep }: { sweep: SweepSummary }) {
  const { id, name, status, request, createdAt } = sweep;
  const experiment = request.experiment ?? name;
  return (
    <div className={classes.header}>
      <div className={classes.naming}>
        <BackLink href="/sweeps">All sweeps</BackLink>
        <div className={classes.line}>
          <h1 className={classes.title}>{name}</h1>
          <span role="status">
            <SweepBadge status={status} />
          </span>
        </div>
        <p className={classes.origin}>
          <Figures>#{id}</Figures> · {strategyWords[request.strategy].title} on {request.preset}
          {request.earlyStopping && `, ended early by ${ruleWords[request.earlyStopping.rule].title}`} · runs in{' '}
          <Link href={runsOfExperiment(experiment)} prefetch={false}>
            {experiment}
          </Link>{' '}
          · created <TimeAgo at={createdAt} />
        </p>
      </div>
      <div className={classes.actions}>
        <SweepVerbs sweep={sweep} />
        <LinkButton href={`/sweeps/new?from=${id}`} variant="default" leftSection={<CopyPlus size={15} />}>
          Clone with edits
        </LinkButton>
      </div>
    </div>
  );
}
