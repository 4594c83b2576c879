'use client';

import type { SlurmPlace, Trial } from '@duality/shared';
import { Button, VisuallyHidden } from '@mantine/core';
import Link from 'next/link';
import { useState } from 'react';
import { formatExact, formatStep, formatValue } from '#charts/axis.ts';
import { Card } from '#components/card.tsx';
import { describePlace, describeWait } from '#components/describe-place.ts';
import { formatDuration } from '#components/duration.ts';
import { highlights } from '#components/highlighted-run.ts';
import { useAddress } from '#components/use-address.ts';
import { useNow } from '#components/use-now.ts';
import { choiceTitle, parameterTitle } from '../describe-space.ts';
import { TrialBadge } from '../sweep-status.tsx';
import { nameObjective } from '../sweep-words.ts';
import type { ShownSweep } from '../use-sweep-actions.ts';
import { rankTrials } from './trial-order.ts';
import classes from './trial-table.module.css';
import { TrialVerbs } from './trial-verbs.tsx';

const rowsAtFirst = 50;

/** All trials, in their order or the best first. */
export function TrialTable({ shown: { summary, trials } }: { shown: ShownSweep }) {
  const { query, change } = useAddress();
  const [isWhole, setWhole] = useState(false);
  const now = useNow(1000);
  const { space, objective, seeds } = summary.request;
  const isRanked = query.get('sort') === 'objective';
  const ordered = isRanked ? rankTrials(trials, objective) : trials;
  const keys = Object.keys(space);
  const sortBy = (by: 'number' | 'objective') => change({ sort: by === 'objective' ? by : undefined });
  return (
    <Card title="Trials" note={`${trials.length} so far`}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={classes.scroll} aria-label="Table of trials" tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <SortedHead title="Trial" isSorted={!isRanked} onSort={() => sortBy('number')} />
              {keys.map((key) => (
                <th key={key} scope="col">
                  {parameterTitle(key)}
                </th>
              ))}
              {seeds.length > 1 && <th scope="col">Seed</th>}
              <th scope="col">State</th>
              <SortedHead title={nameObjective(objective)} isSorted={isRanked} onSort={() => sortBy('objective')} />
              <th scope="col">Step</th>
              <th scope="col">Took</th>
              <th scope="col">
                <VisuallyHidden>Actions</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {ordered.slice(0, isWhole ? undefined : rowsAtFirst).map((trial) => (
              <tr
                key={trial.id}
                data-best={trial.number === summary.best?.number || undefined}
                {...(trial.runId !== null && highlights(trial.runId))}
              >
                <th scope="row">
                  <RunLink trial={trial} />
                </th>
                {keys.map((key) => (
                  <td key={key} className="figures">
                    {trial.params[key] === undefined ? '–' : choiceTitle(key, trial.params[key])}
                  </td>
                ))}
                {seeds.length > 1 && <td className="figures">{trial.seed}</td>}
                <td>
                  <TrialBadge trial={trial} />
                  {trial.reason && trial.state !== 'completed' && (
                    <span className={classes.reason}>{trial.reason}</span>
                  )}
                  {summary.request.place && <JobLine trial={trial} place={summary.request.place} />}
                </td>
                <td className="figures" title={trial.objective === null ? undefined : formatExact(trial.objective)}>
                  {trial.objective === null ? '–' : formatValue(trial.objective)}
                </td>
                <td className="figures">{formatStep(trial.lastStep)}</td>
                <td className="figures" suppressHydrationWarning>
                  {durationOf(trial, now)}
                </td>
                <td>
                  <TrialVerbs trial={trial} sweep={summary} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {trials.length > rowsAtFirst && !isWhole && (
        <Button variant="default" size="xs" mt="sm" onClick={() => setWhole(true)}>
          Show all {trials.length}
        </Button>
      )}
    </Card>
  );
}

/** Where it trains on the cluster, or what it waits for there. */
function JobLine({ trial: { state, job }, place }: { trial: ShownSweep['trials'][number]; place: SlurmPlace }) {
  if (state !== 'running' && state !== 'queued') return null;
  const run = { status: state, place, job };
  return <span className={classes.reason}>{describeWait(run) ?? describePlace(run)}</span>;
}

function RunLink({ trial: { number, runId } }: { trial: Trial }) {
  if (runId === null) return number;
  return (
    <Link href={`/runs/${runId}`} prefetch={false} aria-label={`Trial ${number}, to its run`}>
      {number}
    </Link>
  );
}

function SortedHead({ title, isSorted, onSort }: { title: string; isSorted: boolean; onSort: () => void }) {
  return (
    <th scope="col" aria-sort={isSorted ? 'ascending' : 'none'}>
      <button type="button" className={classes.sort} onClick={onSort}>
        {title}
        {isSorted && <span aria-hidden="true"> ↓</span>}
      </button>
    </th>
  );
}

function durationOf({ startedAt, endedAt, state }: Trial, now: number): string {
  if (startedAt === null) return '–';
  const end = state === 'running' ? now : endedAt;
  return end === null ? '–' : formatDuration(Math.max(0, end - startedAt));
}
