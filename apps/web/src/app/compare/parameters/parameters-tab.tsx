'use client';

import type { RunSummary } from '@duality/shared';
import { useMemo } from 'react';
import { useAddress } from '#components/use-address.ts';
import { type Brush, withBrush } from '../brush.ts';
import { changeTo, parseCompare } from '../compare-address.ts';
import { DifferencesCard } from './differences-card.tsx';
import { ImportanceCard } from './importance-card.tsx';
import { ObjectiveBar } from './objective-bar.tsx';
import { ParallelCard } from './parallel-card.tsx';
import { parseParameters } from './parameters-address.ts';
import classes from './parameters-tab.module.css';
import { canMatter, varyingParameters } from './plot.ts';
import { ScatterCard } from './scatter-card.tsx';
import { SurfaceCard } from './surface-card.tsx';
import { useForest } from './use-forest.ts';
import { useJudgedRuns } from './use-judged-runs.ts';
import { usePlot } from './use-plot.ts';

interface ParametersTabProps {
  /** All that are compared. */
  runs: readonly RunSummary[];
  /** Those that no brush and no eye leaves out. */
  shown: readonly RunSummary[];
  brushes: readonly Brush[];
}

/** What the runs were started with, and what came of it. */
export function ParametersTab({ runs, shown, brushes }: ParametersTabProps) {
  const { query, change } = useAddress();
  const wanted = useMemo(() => parseParameters(query), [query]);
  const compared = useMemo(() => parseCompare(query), [query]);
  const { judged, objective, goal, metrics, problem, isPending } = useJudgedRuns(runs, compared, wanted);
  const { varying, drawn, hasObjective, asked, plot } = usePlot({ runs, shown, judged, wanted, objective, goal });
  const measured = useMemo(() => judged.filter((run) => drawn.has(run.id) && run.objective !== null), [judged, drawn]);
  // Over the range of the drawn runs: what a brush cuts off is not asked about.
  const meant = useMemo(() => varyingParameters(measured).filter(canMatter), [measured]);
  const forest = useForest(meant, measured);
  const brush = (by: string, drawnBrush: Omit<Brush, 'by'> | undefined) =>
    change(
      changeTo.brushes(drawnBrush ? withBrush(brushes, { by, ...drawnBrush }) : brushes.filter((one) => one.by !== by)),
    );
  const shared = { plot, asked, brushes, onBrush: brush, onChange: change, colour: wanted.colour, objective, goal };
  const assessed = {
    forest,
    parameters: meant,
    measured,
    left: drawn.size - measured.length,
    objective,
    goal,
    isPending,
  };
  return (
    <div className={classes.sections}>
      <ObjectiveBar
        {...{ wanted, objective, goal, metrics, problem, varying, asked, judged, hasObjective }}
        onChange={change}
      />
      <DifferencesCard runs={shown.length > 0 ? shown : runs} wanted={wanted} onChange={change} />
      <ParallelCard {...shared} varying={varying} hasObjective={hasObjective} />
      <div className={classes.pair}>
        <ImportanceCard {...assessed} />
        <SurfaceCard {...assessed} wanted={wanted} onChange={change} />
      </div>
      <ScatterCard {...shared} />
    </div>
  );
}
