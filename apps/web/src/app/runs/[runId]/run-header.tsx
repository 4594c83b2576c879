'use client';

import { isActive, type RunSummary } from '@duality/shared';
import { Button } from '@mantine/core';
import { CirclePlay, CircleStop, Copy } from 'lucide-react';
import { describeConfig } from '#components/describe-config.ts';
import { describePlace } from '#components/describe-place.ts';
import { Figures } from '#components/figures.tsx';
import { LinkButton } from '#components/link-button.tsx';
import { canResume, RunMenu } from '#components/run-menu.tsx';
import { StatusBadge } from '#components/status-badge.tsx';
import { SubjectHeader } from '#components/subject-header.tsx';
import { TimeAgo } from '#components/time-ago.tsx';
import { useRunActions } from '#components/use-run-actions.tsx';
import { CloneButton } from './clone-button.tsx';
import { RunLabels } from './run-labels.tsx';
import { RunName } from './run-name.tsx';
import { TrialLink } from './trial-link.tsx';

export function RunHeader({ run }: { run: RunSummary }) {
  const actions = useRunActions();
  return (
    <SubjectHeader
      back={{ href: '/runs', label: 'All runs' }}
      title={<RunName run={run} />}
      status={<StatusBadge run={run} />}
      origin={
        <>
          <Figures>#{run.id}</Figures> · {describeConfig(run.config)} · {run.preset} · seed{' '}
          <Figures>{run.config.seed}</Figures> · created <TimeAgo at={run.createdAt} />
          {run.place && ` · ${describePlace(run)}`}
          <TrialLink runId={run.id} />
        </>
      }
      actions={
        <>
          {isActive(run.status) && (
            <Button
              variant="default"
              leftSection={<CircleStop size={15} />}
              disabled={run.stopRequested}
              onClick={() => actions.stop(run.id)}
            >
              {run.stopRequested ? 'Stopping' : 'Stop'}
            </Button>
          )}
          {canResume(run) && run.removedAt === null && (
            <Button leftSection={<CirclePlay size={15} />} onClick={() => actions.resume(run.id)}>
              Resume
            </Button>
          )}
          {!isActive(run.status) && (
            <LinkButton href={`/runs/new?from=${run.id}`} variant="default" leftSection={<Copy size={15} />}>
              Run again
            </LinkButton>
          )}
          {run.lastStep > 0 && run.removedAt === null && <CloneButton run={run} />}
          <RunMenu run={run} />
        </>
      }
    >
      <RunLabels run={run} />
    </SubjectHeader>
  );
}
