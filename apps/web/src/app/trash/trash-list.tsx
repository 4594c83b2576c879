'use client';

import { daysLeft, formatBytes } from '@duality/shared';
import { Button } from '@mantine/core';
import type { inferRouterOutputs } from '@trpc/server';
import { RotateCcw, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { Figures } from '#components/figures.tsx';
import { TimeAgo } from '#components/time-ago.tsx';
import { useNow } from '#components/use-now.ts';
import { useRunActions } from '#components/use-run-actions.tsx';
import type { AppRouter } from '#server/router.ts';
import classes from './trash-list.module.css';

export type Discarded = inferRouterOutputs<AppRouter>['run']['trash'][number];

interface TrashListProps {
  discarded: readonly Discarded[];
  selected: ReadonlySet<number>;
  onSelect: (runId: number, isSelected: boolean) => void;
  onPurge: (item: Discarded) => void;
}

export function TrashList({ discarded, selected, onSelect, onPurge }: TrashListProps) {
  const { restore } = useRunActions();
  return (
    <ul className={classes.list}>
      {discarded.map((item) => {
        const { run, bytes, expiresAt, isPurging } = item;
        return (
          <li key={run.id} className={classes.item}>
            <input
              type="checkbox"
              className={classes.box}
              aria-label={`Select ${run.name}`}
              disabled={isPurging}
              checked={selected.has(run.id)}
              onChange={(event) => onSelect(run.id, event.currentTarget.checked)}
            />
            <div className={classes.what}>
              <Link href={`/runs/${run.id}`} prefetch={false} className={classes.name}>
                {run.name}
              </Link>
              <p className={classes.facts}>
                <Figures>#{run.id}</Figures> · {run.status} at step <Figures>{run.lastStep}</Figures> · about{' '}
                {formatBytes(bytes)} · removed {run.removedAt !== null && <TimeAgo at={run.removedAt} />}
              </p>
            </div>
            {isPurging ? (
              <p className={classes.purging} role="status">
                is being deleted
              </p>
            ) : (
              <>
                <DaysLeft expiresAt={expiresAt} />
                <div className={classes.actions}>
                  <Button
                    variant="default"
                    leftSection={<RotateCcw size={14} aria-hidden="true" />}
                    aria-label={`Restore: ${run.name}`}
                    onClick={() => restore(run.id)}
                  >
                    Restore
                  </Button>
                  <Button
                    variant="subtle"
                    color="red"
                    className={classes.delete ?? ''}
                    leftSection={<Trash2 size={14} aria-hidden="true" />}
                    aria-label={`Delete for good: ${run.name}`}
                    onClick={() => onPurge(item)}
                  >
                    Delete for good
                  </Button>
                </div>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function DaysLeft({ expiresAt }: { expiresAt: number }) {
  const days = daysLeft(expiresAt, useNow(60_000));
  return (
    <p className={classes.left} data-soon={days <= 3 || undefined} suppressHydrationWarning>
      {days === 0 ? 'goes today' : days === 1 ? 'one day left' : `${days} days left`}
    </p>
  );
}
