'use client';

import { useEffect } from 'react';
import { preloadPictures } from '#components/grid-pictures.ts';
import { gridAt } from '#components/steps-of-grids.ts';
import { preloadOrder } from './preload-order.ts';
import type { SampledRun } from './sampled-run.ts';

/** Reads what the slider shows next, so that moving it never waits. */
export function usePreload(runs: readonly SampledRun[], steps: readonly number[], at: number): void {
  useEffect(() => {
    const ids = preloadOrder(at, steps.length, runs.length).flatMap((index) =>
      runs.flatMap(({ grids }) => gridAt(grids, steps[index] as number)?.id ?? []),
    );
    preloadPictures([...new Set(ids)]);
  }, [runs, steps, at]);
}
