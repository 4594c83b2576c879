'use client';

import type { SweepSummary } from '@duality/shared';
import { CopyPlus } from 'lucide-react';
import Link from 'next/link';
import { Figures } from '#components/figures.tsx';
import { LinkButton } from '#components/link-button.tsx';
import { runsOfExperiment } from '#components/runs-of-experiment.ts';
import { SubjectHeader } from '#components/subject-header.tsx';
import { TimeAgo } from '#components/time-ago.tsx';
import { SweepBadge } from '../sweep-status.tsx';
import { SweepVerbs } from '../sweep-verbs.tsx';
import { ruleWords, strategyWords } from '../sweep-words.ts';

export function SweepHeader({ sweep }: { sweep: SweepSummary }) {
  const { id, name, status, request, createdAt } = sweep;
  const experiment = request.experiment ?? name;
  return (
    <SubjectHeader
      back={{ href: '/sweeps', label: 'All sweeps' }}
      title={<h1>{name}</h1>}
      status={<SweepBadge status={status} />}
      origin={
        <>
          <Figures>#{id}</Figures> · {strategyWords[request.strategy].title} on {request.preset}
          {request.earlyStopping && `, ended early by ${ruleWords[request.earlyStopping.rule].title}`} · runs in{' '}
          <Link href={runsOfExperiment(experiment)} prefetch={false}>
            {experiment}
          </Link>{' '}
          · created <TimeAgo at={createdAt} />
        </>
      }
      actions={
        <>
          <SweepVerbs sweep={sweep} />
          <LinkButton href={`/sweeps/new?from=${id}`} variant="default" leftSection={<CopyPlus size={15} />}>
            Clone with edits
          </LinkButton>
        </>
      }
    />
  );
}
