'use client';

import type { CriticSurface } from '@duality/shared';
import { type PointerEvent, useCallback, useState } from 'react';
import { formatValue, formatValueTick } from './axis.ts';
import { type SurfaceReading, scoreAt } from './critic-surface.ts';
import { drawCriticSurface } from './critic-surface-drawing.ts';
import classes from './critic-surface-plot.module.css';
import { type Draw, DrawnCanvas } from './drawn-canvas.tsx';
import { roundNumbers } from './value-axis.ts';

interface CriticSurfacePlotProps {
  surface: CriticSurface;
  reading: SurfaceReading;
  label: string;
}

/** The plane as the critic sees it, in the colours of what is real and what is generated. */
export function CriticSurfacePlot({ surface, reading, label }: CriticSurfacePlotProps) {
  const draw = useCallback<Draw>(
    (ctx, size, token) => drawCriticSurface(ctx, size, surface, reading, token),
    [surface, reading],
  );
  const [pointed, setPointed] = useState<readonly [x: number, y: number]>();
  const point = (event: PointerEvent<HTMLDivElement>) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const along = (share: number, axis: 0 | 1) => {
      const [low = 0, high = 1] = [surface.low[axis], surface.high[axis]];
      return low + share * (high - low);
    };
    setPointed([along((event.clientX - left) / width, 0), along(1 - (event.clientY - top) / height, 1)]);
  };
  const ticks = (axis: 0 | 1) => {
    const [low = 0, high = 1] = [surface.low[axis], surface.high[axis]];
    return roundNumbers(low, high, 5).map((value) => ({ value, at: `${(100 * (value - low)) / (high - low)}%` }));
  };
  return (
    <div className={classes.frame}>
      <div className={classes.yTicks} aria-hidden="true">
        {ticks(1).map(({ value, at }) => (
          <span key={value} style={{ bottom: at }}>
            {formatValueTick(value)}
          </span>
        ))}
      </div>
      <div className={classes.plot} onPointerMove={point} onPointerLeave={() => setPointed(undefined)}>
        <DrawnCanvas draw={draw} drawOver={drawNothing} label={label} />
        {pointed && (
          <span className={`figures ${classes.readout}`}>
            {pointed.map((value) => formatValue(Number(value.toFixed(2)))).join(', ')}: score{' '}
            {signed(scoreAt(surface, ...pointed) - reading.centre)}
          </span>
        )}
      </div>
      <div className={classes.xTicks} aria-hidden="true">
        {ticks(0).map(({ value, at }) => (
          <span key={value} style={{ left: at }}>
            {formatValueTick(value)}
          </span>
        ))}
      </div>
      <div className={classes.legend}>
        <span className={classes.scale}>
          score <span className="figures">−{formatValue(reading.reach)}</span>
          <span className={classes.ramp} />
          <span className="figures">+{formatValue(reading.reach)}</span>
        </span>
        <span className={classes.real}>real</span>
        <span className={classes.generated}>generated</span>
        <span>
          → gradient, the longest for ‖∇f‖ ≥ <span className="figures">{formatValue(reading.steep)}</span>
        </span>
      </div>
    </div>
  );
}

const signed = (value: number) => `${value > 0 ? '+' : ''}${formatValue(value)}`;

const drawNothing: Draw = () => undefined;
