'use client';

import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { useState } from 'react';
import { LinkButton } from '#components/link-button.tsx';
import { Notice } from '#components/notice.tsx';
import { PageTop } from '#components/page-top.tsx';
import { useTRPC } from '#trpc/client.tsx';
import { ActivityEntry } from './activity-entry.tsx';
import classes from './activity-view.module.css';
import { entriesAPage } from './entries-a-page.ts';

/** As many as the server tells at once. */
const atMost = 1000;

/** What people did, newest first, each change with a way to take it back. */
export function ActivityView() {
  const [limit, setLimit] = useState(entriesAPage);
  const { data } = useQuery(
    useTRPC().audit.list.queryOptions(
      { limit },
      { placeholderData: keepPreviousData, refetchOnMount: 'always', refetchOnWindowFocus: 'always' },
    ),
  );
  const { entries = [], runs = [] } = data ?? {};
  const names = new Map(runs.map(({ id, name }) => [id, name]));
  return (
    <>
      <PageTop title="Activity" back={{ href: '/runs', label: 'All runs' }} />
      {data && entries.length === 0 ? (
        <Notice
          level={2}
          title="Nothing has been changed yet"
          icon={<History size={26} />}
          actions={<LinkButton href="/runs">See all runs</LinkButton>}
        >
          Every change that people make is listed here: new names, tags, notes, what was removed. Most can be undone.
        </Notice>
      ) : (
        <ol className={classes.list}>
          {entries.map((entry) => (
            <ActivityEntry key={entry.id} entry={entry} names={names} />
          ))}
        </ol>
      )}
      {entries.length === limit && limit < atMost && (
        <Button variant="default" className={classes.more ?? ''} onClick={() => setLimit(limit + entriesAPage)}>
          Show earlier ones
        </Button>
      )}
    </>
  );
}
