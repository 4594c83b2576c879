'use client';

import type { SampleGrid } from '@duality/shared';
import { UnstyledButton } from '@mantine/core';
import { type MouseEvent, type PointerEvent, useState } from 'react';
import { SampleCanvas } from '#components/sample-canvas.tsx';
import { boxOf, tileBeside, tileCount, tileUnder } from '#components/tile-box.ts';
import classes from './grid-picture.module.css';

interface GridPictureProps {
  grid: SampleGrid;
  isPlot: boolean;
  /** Of which run, at which step. */
  name: string;
  /** Each row is one class. */
  hasRows: boolean;
  outlined: number | undefined;
  onPoint: (tile: number | undefined) => void;
  onOpen: (tile: number | 'all') => void;
}

/** A whole grid as one button: a click opens the tile under the pointer, Enter the one that arrow keys outline. */
export function GridPicture({ grid, isPlot, name, hasRows, outlined, onPoint, onOpen }: GridPictureProps) {
  const [reached, setReached] = useState(0);
  const hasTiles = tileCount(grid) > 1;
  const current = Math.min(reached, tileCount(grid) - 1);
  const box = hasTiles && outlined !== undefined ? boxOf(grid, outlined) : undefined;
  const under = (event: MouseEvent) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    return tileUnder(grid, (event.clientX - left) / width, (event.clientY - top) / height);
  };
  const point = (tile: number) => {
    if (hasTiles && tile !== outlined) onPoint(tile);
  };
  const what = hasTiles ? `${tileCount(grid)} samples` : isPlot ? 'Generated points over real ones' : 'The sample';
  const act = hasTiles
    ? `arrow keys choose a tile, Enter follows it over steps; tile ${current} is chosen`
    : 'Enter follows it over steps';
  return (
    <UnstyledButton
      className={classes.picture ?? ''}
      aria-label={`${what} of ${name}${hasRows ? ', a class in each row' : ''}: ${act}`}
      onPointerMove={(event: PointerEvent) => point(under(event))}
      onPointerLeave={() => onPoint(undefined)}
      onFocus={(event) => event.currentTarget.matches(':focus-visible') && point(current)}
      onBlur={() => onPoint(undefined)}
      onKeyDown={(event) => {
        const next = hasTiles && !event.shiftKey ? tileBeside(grid, current, event.key) : undefined;
        if (next === undefined) return;
        event.preventDefault();
        setReached(next);
        onPoint(next);
      }}
      // A click that no pointer made is a key's.
      onClick={(event) => onOpen(hasTiles ? (event.detail === 0 ? current : under(event)) : 'all')}
    >
      <SampleCanvas grid={grid} isPlot={isPlot} />
      {box && (
        <span
          className={classes.outline}
          aria-hidden="true"
          style={{
            left: `${(100 * box.x) / grid.width}%`,
            top: `${(100 * box.y) / grid.height}%`,
            width: `${(100 * box.width) / grid.width}%`,
            height: `${(100 * box.height) / grid.height}%`,
          }}
        >
          <span className={classes.number}>{outlined}</span>
        </span>
      )}
    </UnstyledButton>
  );
}
