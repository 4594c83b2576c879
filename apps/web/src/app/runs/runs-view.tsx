'use client';

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FilterX, Sparkles } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { LinkButton } from '#components/link-button.tsx';
import { Notice } from '#components/notice.tsx';
import { useTRPC } from '#trpc/client.tsx';
import { useLiveRuns } from '#trpc/use-live-runs.ts';
import { DownloadRuns } from './download-runs.tsx';
import { filterQuery, filterRuns, parseFilter, type RunFilter } from './run-filter.ts';
import { RunFilterBar } from './run-filter-bar.tsx';
import { RunTable } from './run-table.tsx';
import classes from './runs-view.module.css';

export function RunsView() {
  const { data } = useQuery(useTRPC().run.list.queryOptions());
  useLiveRuns(data !== undefined);
  const filter = parseFilter(new URLSearchParams(useSearchParams()));
  const runs = data?.runs ?? [];
  const shown = filterRuns(runs, filter);
  if (data && runs.length === 0) return <NoRuns />;

  return (
    <>
      <div className={classes.top}>
        <h1 className={classes.title}>Runs</h1>
        <div className={classes.actions}>
          <DownloadRuns />
          <LinkButton href="/runs/new">New run</LinkButton>
        </div>
      </div>
      <RunFilterBar runs={runs} filter={filter} onChange={show} />
      {shown.length > 0 ? (
        <RunTable runs={shown} />
      ) : (
        <Notice
          level={2}
          title="No run matches"
          icon={<FilterX size={26} />}
          actions={
            <Button variant="default" onClick={() => show({ text: '', status: 'all' })}>
              Show all {runs.length}
            </Button>
          }
        >
          Other words or another status may find it.
        </Notice>
      )}
    </>
  );
}

/** Next notices the new address, without asking the server for anything. */
const show = (filter: RunFilter) => window.history.replaceState(null, '', `/runs${filterQuery(filter)}`);

function NoRuns() {
  return (
    <Notice
      title="Nothing has been trained yet"
      icon={<Sparkles size={26} />}
      actions={<LinkButton href="/runs/new">Start the first run</LinkButton>}
    >
      A WGAN-GP on MNIST draws digits that can be read after a few minutes on two cores. Its curves and samples appear
      here as they are made.
    </Notice>
  );
}
