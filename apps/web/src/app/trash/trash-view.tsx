'use client';

import { formatBytes, trashDays } from '@duality/shared';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { LinkButton } from '#components/link-button.tsx';
import { Notice } from '#components/notice.tsx';
import { PageTop } from '#components/page-top.tsx';
import { useBulkChange } from '#components/use-bulk-change.ts';
import { useTRPC } from '#trpc/client.tsx';
import { PurgeDialog } from './purge-dialog.tsx';
import { TrashList } from './trash-list.tsx';
import classes from './trash-view.module.css';

const whilePurgingMs = 1000;

export function TrashView() {
  const { data: discarded = [] } = useQuery(
    useTRPC().run.trash.queryOptions(undefined, {
      refetchOnMount: 'always',
      refetchOnWindowFocus: 'always',
      refetchInterval: ({ state }) => (state.data?.some(({ isPurging }) => isPurging) ? whilePurgingMs : false),
    }),
  );
  const [doomed, setDoomed] = useState<typeof discarded>([]);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const { change, isPending } = useBulkChange();
  const selected = new Set(
    discarded.filter(({ run, isPurging }) => ticked.has(run.id) && !isPurging).map(({ run }) => run.id),
  );
  const select = (ids: readonly number[], isSelected: boolean) => {
    const next = new Set(ticked);
    for (const id of ids) isSelected ? next.add(id) : next.delete(id);
    setTicked(next);
  };
  const bytes = discarded.reduce((sum, item) => sum + item.bytes, 0);
  return (
    <>
      <PageTop title="Trash" back={{ href: '/runs', label: 'All runs' }}>
        {selected.size > 0 && (
          <Button
            leftSection={<RotateCcw size={15} />}
            disabled={isPending}
            onClick={() => change({ action: 'restore', runIds: [...selected] })}
          >
            Restore {selected.size === 1 ? 'the selected run' : `${selected.size} selected runs`}
          </Button>
        )}
        {discarded.length > 1 && (
          <Button
            variant="default"
            onClick={() =>
              select(
                discarded.map(({ run }) => run.id),
                selected.size < discarded.length,
              )
            }
          >
            {selected.size < discarded.length ? 'Select all' : 'Select none'}
          </Button>
        )}
        {discarded.length > 0 && (
          <Button variant="default" leftSection={<Trash2 size={15} />} onClick={() => setDoomed(discarded)}>
            Empty trash
          </Button>
        )}
      </PageTop>
      {discarded.length === 0 ? (
        <Notice
          level={2}
          title="The trash is empty"
          icon={<Trash2 size={26} />}
          actions={<LinkButton href="/runs">See all runs</LinkButton>}
        >
          A run that you remove comes here first. It can be restored for {trashDays} days, and only then is it deleted.
        </Notice>
      ) : (
        <>
          <p className={classes.intro}>
            {discarded.length === 1 ? 'One run' : `${discarded.length} runs`}, about {formatBytes(bytes)}. After{' '}
            {trashDays} days a run is deleted for good, and what it took is free for new ones.
          </p>
          <TrashList
            discarded={discarded}
            selected={selected}
            onSelect={(runId, isSelected) => select([runId], isSelected)}
            onPurge={(item) => setDoomed([item])}
          />
        </>
      )}
      <PurgeDialog doomed={doomed} onClose={() => setDoomed([])} />
    </>
  );
}
