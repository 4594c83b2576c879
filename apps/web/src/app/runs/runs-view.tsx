'use client';

import { isWordSearch } from '@duality/shared';
import { FilterX, Sparkles } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { LinkButton } from '#components/link-button.tsx';
import { Notice } from '#components/notice.tsx';
import { PlainButton } from '#components/plain-button.tsx';
import { useLiveRuns } from '#trpc/use-live-runs.ts';
import { DownloadRuns } from './download-runs.tsx';
import { FilterProblem } from './filter-problem.tsx';
import { RunFilterBar } from './run-filter-bar.tsx';
import { everything, listQuery, parseList, type RunList } from './run-list.ts';
import { RunTable } from './run-table.tsx';
import { RunsLinks } from './runs-links.tsx';
import classes from './runs-view.module.css';
import { TableTools } from './table-tools.tsx';
import { useFoundRuns } from './use-found-runs.ts';
import { useSelection } from './use-selection.ts';

const SelectionBar = dynamic(() => import('./selection-bar.tsx').then((bar) => bar.SelectionBar));

export function RunsView() {
  const address = useSearchParams().toString();
  const list = useMemo(() => parseList(new URLSearchParams(address)), [address]);
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
      {(isEmpty || (problem && !found)) && <NothingFound list={list} isWrong={problem !== null} />}
      {found && found.total > 0 && (
        <div className={isOutdated ? classes.outdated : undefined} aria-busy={isOutdated}>
          <RunTable found={found} list={list} selection={selection} onLook={look} onChange={show} />
        </div>
      )}
      {selection.ids.size > 0 && <SelectionBar selection={selection} />}
    </>
  );
}

/** Next notices the new address, without asking the server for anything. */
const show = (list: RunList) => window.history.replaceState(null, '', `/runs${listQuery(list)}`);

function NothingFound({ list, isWrong }: { list: RunList; isWrong: boolean }) {
  const isEverything = list.text === '' && list.status === 'all';
  return (
    <Notice
      level={2}
      title={isWrong ? 'No runs to show yet' : 'No run matches'}
      icon={<FilterX size={26} />}
      actions={
        <PlainButton onClick={() => show({ ...list, status: everything.status, text: isEverything ? 'archived' : '' })}>
          {isEverything ? 'Show archived runs' : 'Show all runs'}
        </PlainButton>
      }
    >
      {isEverything ? 'Every run is archived.' : explain(list, isWrong)}
    </Notice>
  );
}

function explain({ text }: RunList, isWrong: boolean): string {
  if (isWrong) return 'They appear as soon as the filter can be read.';
  return text && isWordSearch(text)
    ? 'No run has all of these words. Fewer words or another status may find it.'
    : 'Another condition or another status may find it.';
}

function NoRuns() {
  return (
    <Notice
      title="Nothing has been trained yet"
      icon={<Sparkles size={26} />}
      actions={
        <>
          <LinkButton href="/runs/new">Start the first run</LinkButton>
          <LinkButton href="/trash" variant="default">
            Trash
          </LinkButton>
        </>
      }
    >
      A WGAN-GP on MNIST draws digits that can be read after a few minutes on two cores. Its curves and samples appear
      here as they are made.
    </Notice>
  );
}
