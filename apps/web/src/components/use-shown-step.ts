'use client';

import { useHoveredStep } from '#charts/hovered-step.ts';
import { indexAt } from './steps-of-grids.ts';
import { useSampleStep } from './use-sample-step.ts';

/** Which of these steps is shown: the chosen one, and while a curve is pointed at what there was by that step. */
export function useShownStep(steps: readonly number[]) {
  const chosen = useSampleStep(steps);
  const hovered = useHoveredStep();
  return { ...chosen, at: hovered === undefined ? chosen.at : Math.max(0, indexAt(steps, hovered)) };
}
