'use client';

import { isWordSearch } from '@duality/shared';
import { Button } from '@mantine/core';
import { FilterX, Sparkles } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { LinkButton } from '#components/link-button.tsx';
import { Notice } from '#components/notice.tsx';
import { useLiveRuns } from '#trpc/use-live-runs.ts';
import { DownloadRuns } from './download-runs.tsx';
import { FilterProblem } from './filter-problem.tsx';
import { everything, filterQuery, nextSort, pageSize, parseFilter, type RunFilter } from './run-filter.ts';
import { RunFilterBar } from './run-filter-bar.tsx';
import { RunTable } from './run-table.tsx';
import { RunsLinks } from './runs-links.tsx';
import classes from './runs-view.module.css';
import { useFoundRuns } from './use-found-runs.ts';

export function RunsView() {
  const filter = parseFilter(new URLSearchParams(useSearchParams()));
  const { found, isOutdated, problem, showMore } = useFoundRuns(filter);
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
        filter={filter}
        problem={problem && <FilterProblem {...problem} />}
        onChange={show}
      />
      {(isEmpty || (problem && !found)) && <NothingFound filter={filter} isWrong={problem !== null} />}
      {found && found.runs.length > 0 && (
        <div className={isOutdated ? classes.outdated : undefined} aria-busy={isOutdated}>
          <RunTable
            runs={found.runs}
            sort={filter.sort}
            onSort={(by) => show({ ...filter, sort: nextSort(filter.sort, by) })}
          />
        </div>
      )}
      {found && found.runs.length < found.total && (
        <div className={classes.more}>
          <span>
            {found.runs.length} of {found.total} shown
          </span>
          <Button variant="default" onClick={showMore} disabled={isOutdated}>
            Show {Math.min(pageSize, found.total - found.runs.length)} more
          </Button>
        </div>
      )}
    </>
  );
}

/** Next notices the new address, without asking the server for anything. */
const show = (filter: RunFilter) => window.history.replaceState(null, '', `/runs${filterQuery(filter)}`);

function NothingFound({ filter, isWrong }: { filter: RunFilter; isWrong: boolean }) {
  const isEverything = filter.text === '' && filter.status === 'all';
  return (
    <Notice
      level={2}
      title={isWrong ? 'No runs to show yet' : 'No run matches'}
      icon={<FilterX size={26} />}
      actions={
        <Button variant="default" onClick={() => show({ ...everything, text: isEverything ? 'archived' : '' })}>
          {isEverything ? 'Show archived runs' : 'Show all runs'}
        </Button>
      }
    >
      {isEverything ? 'Every run is archived.' : explain(filter, isWrong)}
    </Notice>
  );
}

function explain({ text }: RunFilter, isWrong: boolean): string {
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
