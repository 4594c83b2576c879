'use client';

import { useElementSize } from '@mantine/hooks';
import { useState } from 'react';
import { PlotLegend } from '#components/plot-legend.tsx';
import { boxOf } from '#components/tile-box.ts';
import { GridCard } from './grid-card.tsx';
import type { Pointed } from './pointed.ts';
import type { SampledRun } from './sampled-run.ts';
import classes from './wall.module.css';
import { crispWidth, layOutWall } from './wall-layout.ts';

interface WallProps {
  sampled: readonly SampledRun[];
  step: number;
  /** Only this tile of each grid. */
  tile: number | undefined;
  /** Follows a tile, or all of a picture without tiles, over steps. */
  onOpen: (tile: number | 'all') => void;
}

const gap = 16;
const captions = 76;
/** Of the window's height, what the header, the tabs and the slider leave to pictures. */
const heightShare = 0.72;
const leastHeight = 320;
const plotSize = { width: 240, height: 240 };

/** The grids of all runs at one step. A tile that is pointed at is outlined wherever it is the same. */
export function Wall({ sampled, step, tile, onOpen }: WallProps) {
  const { ref, width } = useElementSize();
  const [pointed, setPointed] = useState<Pointed>();
  const height = Math.max(leastHeight, (globalThis.innerHeight ?? 0) * heightShare * (tile === undefined ? 1 : 0.5));
  // A plot is read as well when it is smaller; the pixels of images are wanted one by one.
  const sizes = sampled.flatMap(({ grids: [grid], isPlot }) =>
    isPlot ? plotSize : grid ? (boxOf(grid, tile) ?? []) : [],
  );
  const widest = {
    width: Math.max(1, ...sizes.map((size) => size.width)),
    height: Math.max(1, ...sizes.map((size) => size.height)),
  };
  const { columns, cell } = layOutWall(sampled.length, widest, {
    width,
    height,
    gap,
    captions,
    leastCell: tile === undefined ? 200 : 150,
  });
  // A tile is a few pixels small: more than this shows nothing more.
  const room = { width: cell, height: sampled.length === 1 || tile !== undefined ? height : Number.POSITIVE_INFINITY };
  return (
    <>
      <div
        ref={ref}
        className={classes.wall}
        style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`, gap, minHeight: leastHeight / 2 }}
      >
        {width > 0 &&
          sampled.map((one) => (
            <GridCard
              key={one.run.id}
              sampled={one}
              step={step}
              tile={tile}
              pointed={pointed}
              widthOf={(size) =>
                one.isPlot
                  ? Math.min(cell - 16, size.width, room.height)
                  : crispWidth(size, room, globalThis.devicePixelRatio ?? 1)
              }
              onPoint={setPointed}
              onOpen={onOpen}
            />
          ))}
      </div>
      {sampled.some(({ isPlot, grids }) => isPlot && grids.length > 0) && <PlotLegend />}
    </>
  );
}
