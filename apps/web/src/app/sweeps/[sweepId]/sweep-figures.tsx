'use client';

import type { SweepRequest } from '@duality/shared';
import type { ReactNode } from 'react';
import { formatDuration } from '#components/duration.ts';
import { useNow } from '#components/use-now.ts';
import { TrialBar } from '../trial-bar.tsx';
import { countStates, isLive } from '../trial-counts.ts';
import type { ShownSweep } from '../use-sweep-actions.ts';
import classes from './sweep-figures.module.css';
import { formatTimeLeft, timeLeft } from './time-left.ts';

const minuteMs = 60_000;

export function SweepFigures({ shown: { summary, trials } }: { shown: ShownSweep }) {
  const now = useNow(1000);
  const { startedAt, endedAt, request, status } = summary;
  const isOver = !isLive(summary);
  const elapsed = startedAt === null ? null : ((isOver ? endedAt : null) ?? now) - startedAt;
  const { minutes } = request.budget;
  const untilDeadline = minutes === undefined ? null : minutes * minuteMs - (elapsed ?? 0);
  const left = timeLeft({ trials, total: countStates(summary).total, untilDeadline, now });
  const atOnce = trials.filter(({ state }) => state === 'running').length;
  return (
    <dl className={classes.figures}>
      <div className={classes.progress}>
        <dt>Progress</dt>
        <dd>
          <TrialBar sweep={summary} />
        </dd>
      </div>
      <Figure name={isOver ? 'Took' : 'Running for'}>{elapsed === null ? '–' : formatDuration(elapsed)}</Figure>
      <Figure name="Time left" note={left && !isOver ? 'from trials so far' : undefined}>
        {isOver ? '–' : status === 'paused' ? 'rests' : left ? formatTimeLeft(left) : 'not known yet'}
      </Figure>
      <Figure name="At once" note={noteAtOnce(request)}>
        {isOver ? '–' : atOnce}
      </Figure>
      <Figure name="Budget">{minutes === undefined ? 'no limit of time' : `${minutes} min`}</Figure>
    </dl>
  );
}

function noteAtOnce({ concurrency, place }: SweepRequest): string {
  if (concurrency) return `at most ${concurrency}`;
  return place ? 'as many as the cluster starts' : 'as many as there are slots';
}

function Figure({ name, note, children }: { name: string; note?: string | undefined; children: ReactNode }) {
  return (
    <div className={classes.figure}>
      <dt>{name}</dt>
      {/* A clock reads differently in the server and in the browser. */}
      <dd className="figures" suppressHydrationWarning>
        {children}
      </dd>
      {note && <dd className={classes.note}>{note}</dd>}
    </div>
  );
}
