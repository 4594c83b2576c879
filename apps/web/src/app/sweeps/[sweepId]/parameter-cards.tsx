'use client';

import type { FoundRun } from '@duality/shared';
import Link from 'next/link';
import { useMemo } from 'react';
import { compareHref } from '#components/run-ids.ts';
import { useAddress } from '#components/use-address.ts';
import { type Brush, isWithin, withBrush } from '../../compare/brush.ts';
import { brushedValue } from '../../compare/brushed-value.ts';
import { changeTo, parseCompare } from '../../compare/compare-address.ts';
import { ImportanceCard } from '../../compare/parameters/importance-card.tsx';
import { ParallelCard } from '../../compare/parameters/parallel-card.tsx';
import { parseParameters } from '../../compare/parameters/parameters-address.ts';
import tab from '../../compare/parameters/parameters-tab.module.css';
import { canMatter, type JudgedRun, varyingParameters } from '../../compare/parameters/plot.ts';
import { SurfaceCard } from '../../compare/parameters/surface-card.tsx';
import { useForest } from '../../compare/parameters/use-forest.ts';
import { usePlot } from '../../compare/parameters/use-plot.ts';
import { goalOf, nameObjective, objectiveExpression } from '../sweep-words.ts';
import type { ShownSweep } from '../use-sweep-actions.ts';
import classes from './parameter-cards.module.css';

interface ParameterCardsProps {
  shown: ShownSweep;
  runs: ReadonlyMap<number, FoundRun>;
}

/** What the parameters did to the objective, by the charts of the page that compares runs. */
export function ParameterCards({ shown: { summary, trials }, runs }: ParameterCardsProps) {
  const { query, change } = useAddress();
  const wanted = useMemo(() => parseParameters(query), [query]);
  const { brushes } = useMemo(() => parseCompare(query), [query]);
  const wish = summary.request.objective;
  const [objective, goal] = [nameObjective(wish), goalOf(wish)] as const;
  const judged = useMemo(
    () =>
      trials.flatMap(({ runId, objective, state }): JudgedRun[] => {
        const run = runId === null ? undefined : runs.get(runId);
        // What ran to another step is not measured alike.
        return run ? [{ ...run, objective: state === 'completed' ? objective : null }] : [];
      }),
    [trials, runs],
  );
  const drawn = useMemo(
    () => judged.filter((run) => brushes.every((brush) => passes(run, runs, brush, objective))),
    [judged, runs, brushes, objective],
  );
  const all = useMemo(() => [...runs.values()], [runs]);
  const shown = useMemo(() => all.filter(({ id }) => drawn.some((run) => run.id === id)), [all, drawn]);
  const plotted = usePlot({ runs: all, shown, judged, wanted, objective, goal });
  const measured = useMemo(() => drawn.filter((run) => run.objective !== null), [drawn]);
  const parameters = useMemo(() => varyingParameters(measured).filter(canMatter), [measured]);
  const forest = useForest(parameters, measured);
  if (judged.length < 2) return null;
  const assessed = {
    forest,
    parameters,
    measured,
    left: drawn.length - measured.length,
    objective,
    goal,
    isPending: false,
  };
  return (
    <div className={tab.sections}>
      <p className={classes.lead}>
        <Link href={compareLink(judged, objectiveExpression(wish), goal)} prefetch={false}>
          Compare all trials
        </Link>{' '}
        by curves, parameters and samples.
      </p>
      <ParallelCard
        plot={plotted.plot}
        asked={plotted.asked}
        brushes={brushes}
        onBrush={(by, brush) =>
          change(
            changeTo.brushes(brush ? withBrush(brushes, { by, ...brush }) : brushes.filter((one) => one.by !== by)),
          )
        }
        onChange={change}
        colour="objective"
        objective={objective}
        goal={goal}
        varying={plotted.varying}
        hasObjective={plotted.hasObjective}
      />
      <div className={tab.pair}>
        <ImportanceCard {...assessed} />
        <SurfaceCard {...assessed} wanted={wanted} onChange={change} />
      </div>
    </div>
  );
}

function passes(run: JudgedRun, runs: ReadonlyMap<number, FoundRun>, brush: Brush, objective: string): boolean {
  if (brush.by === objective) return isWithin(run.objective, brush);
  const found = runs.get(run.id);
  return found === undefined || isWithin(brushedValue(found, brush.by), brush);
}

const compareLink = (runs: readonly JudgedRun[], objective: string, goal: string) =>
  `${compareHref(runs.map(({ id }) => id))}&view=parameters&${new URLSearchParams({ objective, goal })}`;
