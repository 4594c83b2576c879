'use client';

import type { SampleGrid } from '@duality/shared';
import { useInterval } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { gridUrl } from '#components/sample-thumbnail.tsx';

const frameMs = 160;

/** Which grid is shown. It follows the newest until a person moves, and again once they ask for the newest. */
export function useGridPosition(grids: readonly SampleGrid[]) {
  const [step, setStep] = useState<number | 'newest'>('newest');
  const last = grids.length - 1;
  const found = step === 'newest' ? last : grids.findIndex((grid) => grid.step >= step);
  const at = found < 0 ? last : found;

  const moveTo = (wanted: number) => {
    const index = Math.min(Math.max(wanted, 0), last);
    setStep(grids[index]?.step ?? 'newest');
  };
  const player = useInterval(() => moveTo(at >= last ? 0 : at + 1), frameMs);

  const [before, after] = [grids[at - 1]?.id, grids[at + 1]?.id];
  useEffect(() => {
    for (const id of [before, after]) if (id !== undefined) new Image().src = gridUrl(id);
  }, [before, after]);

  return {
    at,
    isFollowing: step === 'newest',
    isPlaying: player.active,
    moveTo: (index: number) => {
      player.stop();
      moveTo(index);
    },
    follow: () => {
      player.stop();
      setStep('newest');
    },
    togglePlay: player.toggle,
  };
}

export type GridPosition = ReturnType<typeof useGridPosition>;
