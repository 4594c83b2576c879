'use client';

import type { RunSummary } from '@duality/shared';
import { Alert, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Archive, CircleAlert, Hourglass, Trash2 } from 'lucide-react';
import { useRunActions } from '#components/use-run-actions.tsx';
import { useTRPC } from '#trpc/client.tsx';
import { explainWait } from './explain-wait.ts';
import classes from './run-notices.module.css';

/** What a person must know before looking at the numbers. */
export function RunNotices({ run }: { run: RunSummary }) {
  const actions = useRunActions();
  const { data } = useQuery(useTRPC().system.health.queryOptions());
  return (
    <>
      {run.removedAt !== null && (
        <Alert
          color="gray"
          icon={<Trash2 size={17} />}
          title="This run is in the trash"
          className={classes.notice ?? ''}
        >
          <p className={classes.text}>
            It is no longer in the list, and nothing of it has been deleted. After 30 days it will be.
          </p>
          <Button variant="default" size="xs" onClick={() => actions.restore(run.id)}>
            Restore
          </Button>
        </Alert>
      )}
      {run.archivedAt !== null && run.removedAt === null && (
        <Alert color="gray" icon={<Archive size={17} />} title="This run is archived" className={classes.notice ?? ''}>
          <p className={classes.text}>It is hidden from the list of runs, and otherwise like any other.</p>
          <Button variant="default" size="xs" onClick={() => actions.unarchive(run.id)}>
            Take it out of the archive
          </Button>
        </Alert>
      )}
      {run.status === 'failed' && (
        <Alert color="red" icon={<CircleAlert size={17} />} title="This run failed" className={classes.failed ?? ''}>
          <p className={classes.text}>{run.reason ?? 'No reason was recorded; the log below may tell.'}</p>
        </Alert>
      )}
      {run.status === 'queued' && (
        <Alert
          color="gray"
          icon={<Hourglass size={17} />}
          title="Waiting in the queue"
          className={classes.notice ?? ''}
        >
          <p className={classes.text}>{explainWait(run, data?.scheduler)}</p>
        </Alert>
      )}
    </>
  );
}
