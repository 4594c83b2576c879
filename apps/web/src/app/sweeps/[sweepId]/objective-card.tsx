'use client';

import { metricDescriptions, type Trial } from '@duality/shared';
import { SegmentedControl } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { formatValue } from '#charts/axis.ts';
import { TableBehind } from '#charts/table-behind.tsx';
import { TrialChart } from '#charts/trial-chart.tsx';
import { type ChartedTrial, drawTrials, kindOfTrial } from '#charts/trial-drawing.ts';
import { Card } from '#components/card.tsx';
import { highlightedRun, useHighlightedRun } from '#components/highlighted-run.ts';
import nothing from '../../compare/parameters/nothing-to-plot.module.css';
import { describePoint } from '../describe-space.ts';
import { nameObjective } from '../sweep-words.ts';
import { countStates, stateWords } from '../trial-counts.ts';
import type { ShownSweep } from '../use-sweep-actions.ts';
import classes from './objective-card.module.css';

/** What each trial came to, and the best so far. */
export function ObjectiveCard({ shown: { summary, trials } }: { shown: ShownSweep }) {
  const router = useRouter();
  const { objective } = summary.request;
  const [isLog, setLog] = useState(false);
  const charted = useMemo(
    () => trials.map((trial): ChartedTrial => ({ ...trial, isBest: trial.number === summary.best?.number })),
    [trials, summary.best?.number],
  );
  const drawing = useMemo(() => drawTrials(charted, objective.direction), [charted, objective.direction]);
  const litRun = useHighlightedRun();
  const lit = charted.find(({ runId }) => runId !== null && runId === litRun);
  const name = nameObjective(objective);
  const better = objective.direction === 'minimise' ? 'lower' : 'higher';
  const hasAny = charted.some((trial) => kindOfTrial(trial) !== 'none');
  const total = countStates(summary).total ?? 0;
  return (
    <Card
      title="Objective over trials"
      note={
        drawing.canBeLog && hasAny ? (
          <SegmentedControl
            size="xs"
            aria-label="Scale of the objective"
            value={isLog ? 'log' : 'linear'}
            data={['linear', 'log']}
            onChange={(value) => setLog(value === 'log')}
          />
        ) : undefined
      }
    >
      <p className={classes.meaning}>
        <strong>{name}</strong>, {better} is better. {meaningOf(objective.metric)}
      </p>
      {hasAny ? (
        <TrialChart
          trials={charted}
          drawing={drawing}
          isLog={isLog && drawing.canBeLog}
          last={Math.max(total, trials.length)}
          lit={lit}
          onLight={(trial) => highlightedRun.set(trial?.runId ?? undefined)}
          onOpen={({ runId }) => runId !== null && router.push(`/runs/${runId}`)}
          label={`${name} of ${trials.length} trials`}
        />
      ) : (
        <p className={nothing.nothing}>{explainNothing(trials, objective.metric)}</p>
      )}
      <Line trial={trials.find(({ number }) => number === lit?.number)} />
      <div className={classes.foot}>
        <Legend failed={drawing.failed} />
        <TableBehind
          title={`${name} by trial`}
          head={['Trial', 'State', 'Parameters', name]}
          rows={trials.map((trial) => [
            trial.number,
            stateWords[trial.state],
            describePoint(trial.params),
            trial.objective ?? 'none',
          ])}
        />
      </div>
    </Card>
  );
}

function Line({ trial }: { trial: Trial | undefined }) {
  if (!trial) return <p className={classes.line}>Point at a trial to see its parameters; a click opens its run.</p>;
  return (
    <p className={classes.line} data-trial={trial.number}>
      <strong>Trial {trial.number}</strong> {trial.objective !== null && formatValue(trial.objective)} ·{' '}
      {stateWords[trial.state]} · {describePoint(trial.params)} · seed {trial.seed}
    </p>
  );
}

const Legend = ({ failed }: { failed: readonly number[] }) => (
  <p className={classes.legend}>
    <span data-look="completed">completed</span>
    <span data-look="going">so far</span>
    <span data-look="ended">ended early</span>
    <span data-look="best">best so far</span>
    {failed.length > 0 && (
      <span data-look="failed">
        failed without a value: {failed.length <= 8 ? failed.join(', ') : `${failed.length} trials`}
      </span>
    )}
  </p>
);

const meaningOf = (metric: string) => metricDescriptions.find(({ name }) => name === metric)?.meaning ?? '';

function explainNothing(trials: readonly Trial[], metric: string): string {
  if (trials.length === 0) return 'The first point appears when the first trial logs the objective.';
  if (trials.every(({ state }) => state === 'completed' || state === 'failed' || state === 'stopped')) {
    return `No trial logged ${metric}, so there is nothing to compare them by.`;
  }
  return `No trial has logged ${metric} yet.`;
}
