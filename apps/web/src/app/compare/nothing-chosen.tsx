'use client';

import { useQuery } from '@tanstack/react-query';
import { GitCompareArrows } from 'lucide-react';
import { LinkButton } from '#components/link-button.tsx';
import { Notice } from '#components/notice.tsx';
import { compareHref } from '#components/run-ids.ts';
import { useTRPC } from '#trpc/client.tsx';
import { newestSearch } from './newest-search.ts';

/** A first visit: how runs are chosen, and a comparison to begin with. */
export function NothingChosen() {
  const { data } = useQuery(useTRPC().run.search.queryOptions(newestSearch));
  const ids = data?.runs.map(({ id }) => id) ?? [];
  const isEmpty = ids.length === 0;
  return (
    <Notice
      title="Choose runs to compare"
      icon={<GitCompareArrows size={26} />}
      actions={
        isEmpty ? (
          <LinkButton href="/runs/new">Start the first run</LinkButton>
        ) : (
          <>
            <LinkButton href={compareHref(ids)}>
              {ids.length === 1 ? 'Look at the newest run' : `Compare the newest ${ids.length}`}
            </LinkButton>
            <LinkButton href="/runs" variant="default">
              Choose in the list
            </LinkButton>
          </>
        )
      }
    >
      {isEmpty
        ? 'Curves, parameters and samples stand side by side here once there are runs.'
        : 'Mark runs in the list and press Compare: their curves, parameters and samples then stand side by side.'}
    </Notice>
  );
}
