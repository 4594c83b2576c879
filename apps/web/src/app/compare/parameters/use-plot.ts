'use client';

import type { RunSummary } from '@duality/shared';
import { useMemo } from 'react';
import type { Goal, ParametersAddress } from './parameters-address.ts';
import { chooseAxes, type JudgedRun, makePlot, varyingParameters } from './plot.ts';

interface Plotted {
  runs: readonly RunSummary[];
  shown: readonly RunSummary[];
  judged: readonly JudgedRun[];
  wanted: ParametersAddress;
  objective: string | undefined;
  goal: Goal;
}

/** What the charts over axes draw. */
export function usePlot({ runs, shown, judged, wanted, objective, goal }: Plotted) {
  const varying = useMemo(() => varyingParameters(runs), [runs]);
  const drawn = useMemo(() => new Set(shown.map(({ id }) => id)), [shown]);
  const hasObjective = objective !== undefined && judged.some((run) => run.objective !== null);
  const asked = useMemo(() => chooseAxes(wanted.axes, varying, hasObjective), [wanted.axes, varying, hasObjective]);
  const plot = useMemo(
    () => makePlot({ runs: judged, shown: drawn, asked, objective, goal }),
    [judged, drawn, asked, objective, goal],
  );
  return { varying, drawn, hasObjective, asked, plot };
}
