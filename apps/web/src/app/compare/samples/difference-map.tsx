'use client';

import { NativeSelect } from '@mantine/core';
import { useLayoutEffect, useRef } from 'react';
import { Figures } from '#components/figures.tsx';
import { colourAt, heatRamp, paintDifference } from './difference.ts';
import classes from './difference-map.module.css';
import { namePair, type PairDrawing } from './pair-drawing.ts';
import { differenceScales } from './samples-address.ts';
import { useDifference } from './use-difference.ts';

interface DifferenceMapProps extends PairDrawing {
  scale: number;
  onScale: (scale: number) => void;
}

/** How far two pictures are apart, pixel by pixel, on one scale for all steps. */
export function DifferenceMap({ left, right, tile, width, scale, onScale }: DifferenceMapProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { difference, size, problem } = useDifference(left.grid, right.grid, tile);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !difference || !size) return;
    context.canvas.width = size.width;
    context.canvas.height = size.height;
    const painted = paintDifference(difference, scale, heatRamp);
    context.putImageData(new ImageData(painted, size.width, size.height), 0, 0);
  }, [difference, size, scale]);
  const mean = difference?.mean.toFixed(2);
  return (
    <figure className={classes.difference} style={{ width: Math.max(width, 260) }}>
      <canvas
        ref={canvas}
        className={classes.map}
        style={{ width, aspectRatio: size && `${size.width} / ${size.height}` }}
        role="img"
        aria-label={`Difference of ${namePair(left)} and ${namePair(right)}${mean ? `: ${mean} of 255 on average` : ''}`}
      />
      {problem && <p>{problem}</p>}
      <figcaption className={classes.caption}>
        {difference && (
          <p role="status">
            Mean difference <Figures>{mean}</Figures> of 255, largest <Figures>{difference.largest.toFixed(0)}</Figures>
          </p>
        )}
        <p className={classes.note}>Of each pixel, the mean over channels of |left − right|.</p>
      </figcaption>
      <div className={classes.legend}>
        <Figures>0</Figures>
        <span className={classes.ramp} style={{ backgroundImage: rampCss }} />
        <NativeSelect
          size="xs"
          aria-label="Largest difference on the scale"
          value={String(scale)}
          data={differenceScales.map((value) => ({
            value: String(value),
            label: value === 255 ? '255' : `${value} and more`,
          }))}
          onChange={(event) => onScale(Number(event.currentTarget.value))}
        />
      </div>
    </figure>
  );
}

const rampCss = `linear-gradient(to right, ${heatRamp
  .map(
    (_, i) =>
      `rgb(${colourAt(heatRamp, i / (heatRamp.length - 1))
        .slice(0, 3)
        .join(' ')})`,
  )
  .join(', ')})`;
