'use client';

import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import { LinkButton } from '#components/link-button.tsx';
import { showAddress, useAddress } from '#components/use-address.ts';
import { useLiveRuns } from '#trpc/use-live-runs.ts';
import { DownloadRuns } from './download-runs.tsx';
import { RunFilterBar } from './run-filter-bar.tsx';
import { listQuery, parseList, type RunList } from './run-list.ts';
import { RunTable } from './run-table.tsx';
import { RunsLinks } from './runs-links.tsx';
import classes from './runs-view.module.css';
import { TableTools } from './table-tools.tsx';
import { useFoundRuns } from './use-found-runs.ts';
import { useSelection } from './use-selection.ts';

// None of these is seen at first, most of the time.
const FilterProblem = dynamic(() => import('./filter-problem.tsx').then((problem) => problem.FilterProblem));
const NoRuns = dynamic(() => import('./no-runs.tsx').then((none) => none.NoRuns));
const NothingFound = dynamic(() => import('./nothing-found.tsx').then((nothing) => nothing.NothingFound));
const SelectionBar = dynamic(() => import('./selection-bar.tsx').then((bar) => bar.SelectionBar));

export function RunsView() {
  const { query } = useAddress();
  const list = useMemo(() => parseList(query), [query]);
  const { found, isOutdated, problem, look } = useFoundRuns(list);
  const selection = useSelection(list);
  useLiveRuns(found);
  const isEmpty = found?.total === 0 && !isOutdated;
  if (found?.hasRuns === false) return <NoRuns />;

  return (
    <>
      <div className={classes.top}>
        <div className={classes.heading}>
          <h1 className={classes.title}>Runs</h1>
          <RunsLinks />
        </div>
        <div className={classes.actions}>
          <DownloadRuns />
          <LinkButton href="/runs/new">New run</LinkButton>
        </div>
      </div>
      <RunFilterBar
        counts={found?.counts}
        list={list}
        problem={problem && <FilterProblem {...problem} />}
        onChange={show}
      />
      <TableTools list={list} found={found} onChange={show} />
      {(isEmpty || (problem && !found)) && <NothingFound list={list} isWrong={problem !== null} onChange={show} />}
      {found && found.total > 0 && (
        <div className={isOutdated ? classes.outdated : undefined} aria-busy={isOutdated}>
          <RunTable found={found} list={list} selection={selection} onLook={look} onChange={show} />
        </div>
      )}
      {selection.ids.size > 0 && <SelectionBar selection={selection} />}
    </>
  );
}

const show = (list: RunList) => showAddress(`/runs${listQuery(list)}`);
