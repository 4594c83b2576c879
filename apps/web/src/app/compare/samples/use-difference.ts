'use client';

import type { SampleGrid } from '@duality/shared';
import { useEffect, useState } from 'react';
import { loadPicture } from '#components/grid-pictures.ts';
import { boxOf } from '#components/tile-box.ts';
import { type Difference, differenceOf } from './difference.ts';

interface Found {
  difference?: Difference | undefined;
  size?: { width: number; height: number };
  problem?: string;
}

/** The difference of two grids, or of one tile of each, from the pixels that are stored. The last one stays until the next is there. */
export function useDifference(
  left: SampleGrid | undefined,
  right: SampleGrid | undefined,
  tile: number | undefined,
): Found {
  const [found, setFound] = useState<Found>({});
  useEffect(() => {
    if (!left || !right) return;
    let isCurrent = true;
    Promise.all([readPixels(left, tile), readPixels(right, tile)]).then(
      ([a, b]) => {
        if (isCurrent) setFound({ difference: differenceOf(a, b), size: { width: a.width, height: a.height } });
      },
      (error: unknown) => {
        if (isCurrent) setFound({ problem: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [left, right, tile]);
  return found;
}

async function readPixels(grid: SampleGrid, tile: number | undefined): Promise<ImageData> {
  const picture = await loadPicture(grid.id);
  const { x = 0, y = 0, width = 1, height = 1 } = boxOf(grid, tile) ?? {};
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser gives no canvas to compare pictures on');
  context.drawImage(picture, x, y, width, height, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}
