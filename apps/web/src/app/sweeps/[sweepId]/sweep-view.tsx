'use client';

import dynamic from 'next/dynamic';
import type { ShownSweep } from '../use-sweep-actions.ts';
import { BestSamples } from './best-samples.tsx';
import { BestTrialCard } from './best-trial-card.tsx';
import { DefinitionCard } from './definition-card.tsx';
import { EarlyStopsCard } from './early-stops-card.tsx';
import { ObjectiveCard } from './objective-card.tsx';
import { SweepFigures } from './sweep-figures.tsx';
import { SweepHeader } from './sweep-header.tsx';
import { SweepNotices } from './sweep-notices.tsx';
import classes from './sweep-view.module.css';
import { TrialTable } from './trial-table.tsx';
import { useSweep } from './use-sweep.ts';
import { useTrialRuns } from './use-trial-runs.ts';

// It brings a forest and three kinds of charts, which nobody needs before some trials are over.
const ParameterCards = dynamic(() => import('./parameter-cards.tsx').then((cards) => cards.ParameterCards));

export function SweepView({ sweepId }: { sweepId: number }) {
  const shown = useSweep(sweepId);
  return shown ? <Shown shown={shown} /> : null;
}

function Shown({ shown }: { shown: ShownSweep }) {
  const runs = useTrialRuns(shown);
  const { summary, trials } = shown;
  return (
    <div className={classes.page}>
      <SweepHeader sweep={summary} />
      <SweepNotices shown={shown} />
      <SweepFigures shown={shown} />
      <div className={classes.top}>
        <ObjectiveCard shown={shown} />
        <div className={classes.side}>
          <BestTrialCard shown={shown} runs={runs} />
          <DefinitionCard sweep={summary} />
        </div>
      </div>
      {trials.length > 0 && (
        <>
          <BestSamples shown={shown} runs={runs} />
          <TrialTable shown={shown} />
          <ParameterCards shown={shown} runs={runs} />
        </>
      )}
      <EarlyStopsCard shown={shown} />
    </div>
  );
}
