'use client';

import { formatBytes, trashDays } from '@duality/shared';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { LinkButton } from '#components/link-button.tsx';
import { Notice } from '#components/notice.tsx';
import { PageTop } from '#components/page-top.tsx';
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
  const bytes = discarded.reduce((sum, item) => sum + item.bytes, 0);
  return (
    <>
      <PageTop title="Trash" back={{ href: '/runs', label: 'All runs' }}>
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
          <TrashList discarded={discarded} onPurge={(item) => setDoomed([item])} />
        </>
      )}
      <PurgeDialog doomed={doomed} onClose={() => setDoomed([])} />
    </>
  );
}
