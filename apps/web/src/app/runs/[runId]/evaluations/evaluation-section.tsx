'use client';

import type { Evaluation, RunSummary, Series } from '@duality/shared';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { formatStep } from '#charts/axis.ts';
import { SampleControls } from '#components/sample-controls.tsx';
import { stepKeys } from '#components/step-keys.ts';
import { withinView } from '#components/steps-of-grids.ts';
import { useShownStep } from '#components/use-shown-step.ts';
import { useZoom } from '#components/use-zoom.ts';
import { useTRPC } from '#trpc/client.tsx';
import { ClassesCard } from './classes-card.tsx';
import { CriticSurfaceCard } from './critic-surface-card.tsx';
import classes from './evaluation-section.module.css';
import { LossMeaningCard } from './loss-meaning-card.tsx';
import { NeighboursCard } from './neighbours-card.tsx';

interface EvaluationSectionProps {
  run: RunSummary;
  evaluations: readonly Evaluation[];
  series: readonly Series[];
}

/** What evaluations found beside curves, at one step that samples and curves share. */
export function EvaluationSection({ run, evaluations: all, series }: EvaluationSectionProps) {
  const zoom = useZoom();
  const evaluations = useMemo(() => withinView(all, zoom), [all, zoom]);
  const steps = evaluations.map(({ step }) => step);
  const position = useShownStep(steps);
  const shown = evaluations[position.at];
  const detail = useDetail(evaluations, position.at);
  if (!shown) return null;
  const { surface, classCounts } = detail ?? {};
  return (
    <section
      aria-label="Evaluations"
      className={classes.section}
      onKeyDown={stepKeys(position, evaluations.length - 1)}
    >
      <div className={classes.top}>
        <h2 className={classes.title}>
          Evaluations <span className={classes.step}>step {formatStep(shown.step)}</span>
        </h2>
        <div className={classes.controls}>
          <SampleControls steps={steps} position={position} of="evaluation" />
        </div>
      </div>
      <div className={classes.cards}>
        {surface && (
          <div className={classes.main}>
            <CriticSurfaceCard surface={surface} step={shown.step} />
          </div>
        )}
        {shown.hasNeighbours && (
          <div className={classes.main}>
            <NeighboursCard evaluation={shown} series={series} />
            {!surface && <LossMeaningCard config={run.config} series={series} />}
          </div>
        )}
        <div className={classes.side}>
          {classCounts && <ClassesCard config={run.config} counts={classCounts} step={shown.step} />}
          {(surface || !shown.hasNeighbours) && <LossMeaningCard config={run.config} series={series} />}
        </div>
      </div>
    </section>
  );
}

/** What the shown evaluation found; its neighbours' are fetched too, so that stepping and playing never wait. */
function useDetail(evaluations: readonly Evaluation[], at: number) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const ids = [at - 1, at + 1].map((index) => evaluations[index]?.id);
  const [before, after] = ids;
  useEffect(() => {
    for (const id of [before, after]) {
      if (id !== undefined) void cache.prefetchQuery(trpc.evaluation.detail.queryOptions({ id }));
    }
  }, [cache, trpc, before, after]);
  const id = evaluations[at]?.id;
  return useQuery(
    trpc.evaluation.detail.queryOptions(
      { id: id ?? 0 },
      { enabled: id !== undefined, placeholderData: keepPreviousData },
    ),
  ).data;
}
