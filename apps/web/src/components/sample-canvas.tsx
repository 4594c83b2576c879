'use client';

import type { SampleGrid } from '@duality/shared';
import { type CSSProperties, useLayoutEffect, useRef, useState } from 'react';
import { findPicture, loadPicture } from './grid-pictures.ts';
import classes from './sample-canvas.module.css';
import { boxOf } from './tile-box.ts';

interface SampleCanvasProps {
  grid: SampleGrid;
  /** Only this tile of it; it must have it. */
  tile?: number | undefined;
  /** What it shows, for those who do not see it; without it the picture says nothing that stands not beside it. */
  alt?: string;
  isPlot: boolean;
  /** It is shown smaller than it is. */
  isReduced?: boolean;
  style?: CSSProperties;
}

/** A sample grid, pixel for pixel. Until another step's picture is there, the one before stays. */
export function SampleCanvas({ grid, tile, alt, isPlot, isReduced = false, style }: SampleCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isBroken, setBroken] = useState(false);
  const { id } = grid;
  const box = boxOf(grid, tile);
  const { x = 0, y = 0, width = 1, height = 1 } = box ?? {};

  useLayoutEffect(() => {
    let isCurrent = true;
    const draw = (picture: ImageBitmap) => {
      const context = canvas.current?.getContext('2d');
      if (!context || !isCurrent) return;
      setBroken(false);
      if (context.canvas.width !== width) context.canvas.width = width;
      if (context.canvas.height !== height) context.canvas.height = height;
      context.drawImage(picture, x, y, width, height, 0, 0, width, height);
      context.canvas.dataset.drawn = String(id);
    };
    const found = findPicture(id);
    if (found) draw(found);
    else loadPicture(id).then(draw, () => isCurrent && setBroken(true));
    return () => {
      isCurrent = false;
    };
  }, [id, x, y, width, height]);

  return (
    <canvas
      ref={canvas}
      className={isPlot ? classes.plot : classes.tiles}
      data-reduced={isReduced || undefined}
      data-broken={isBroken || undefined}
      style={{ aspectRatio: `${width} / ${height}`, ...style }}
      {...(alt === undefined
        ? { 'aria-hidden': true }
        : { role: 'img', 'aria-label': isBroken ? `${alt}: the picture could not be read` : alt })}
    />
  );
}
