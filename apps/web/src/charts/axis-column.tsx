'use client';

import { type PointerEvent, useState } from 'react';
import {
  type AxisBrush,
  axisX,
  brushBetween,
  brushedStretch,
  type ParallelFrame,
  positionAt,
  positionY,
} from './parallel-coordinates.ts';
import classes from './parallel-plot.module.css';
import { nonePosition, positionOn, ticksOf, type ValueAxis } from './value-axis.ts';

interface AxisColumnProps {
  axis: ValueAxis;
  at: number;
  frame: ParallelFrame;
  brush: AxisBrush | undefined;
  onBrush: (brush: AxisBrush | undefined) => void;
}

/** A drag shorter than this part of the height takes the brush away. */
const clickPercent = 1.5;

/** An axis that is brushed by a drag along it; placed in percent of the plot. */
export function AxisColumn({ axis, at, frame, brush, onBrush }: AxisColumnProps) {
  const [drag, setDrag] = useState<{ from: number; to: number }>();
  const yOf = (event: PointerEvent<HTMLDivElement>) => {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    return (100 * (event.clientY - top)) / height;
  };
  const dragged = drag && brushBetween(axis, positionAt(frame, drag.from), positionAt(frame, drag.to));
  const stretch = drag
    ? { from: positionAt(frame, drag.from), to: positionAt(frame, drag.to) }
    : brush && brushedStretch(axis, brush);
  const end = () => {
    if (drag) onBrush(Math.abs(drag.to - drag.from) < clickPercent ? undefined : dragged);
    setDrag(undefined);
  };
  const [top, bottom] = [positionY(frame, 1), positionY(frame, 0)];
  return (
    <div
      className={classes.axis}
      style={{ left: `${axisX(frame, at)}%` }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ from: yOf(event), to: yOf(event) });
      }}
      onPointerMove={(event) => drag && setDrag({ ...drag, to: yOf(event) })}
      onPointerUp={end}
      onPointerCancel={() => setDrag(undefined)}
      data-axis={axis.by}
    >
      <div className={classes.line} style={{ top: `${top}%`, height: `${bottom - top}%` }} />
      {ticksOf(axis).map(({ position, label }) => (
        <span key={label} className={classes.tick} style={{ top: `${positionY(frame, position)}%` }}>
          {label}
        </span>
      ))}
      {axis.hasNone && (
        <span className={classes.tick} style={{ top: `${positionY(frame, nonePosition)}%` }}>
          none
        </span>
      )}
      {stretch && <Stretch frame={frame} {...stretch} />}
      {!drag && brush?.among?.map((value) => <Chosen key={value} axis={axis} value={value} frame={frame} />)}
    </div>
  );
}

function Stretch({ frame, from, to }: { frame: ParallelFrame; from: number; to: number }) {
  const [a, b] = [positionY(frame, from), positionY(frame, to)];
  return (
    <div className={classes.brush} style={{ top: `${Math.min(a, b)}%`, height: `max(3px, ${Math.abs(a - b)}%)` }} />
  );
}

/** Around the place of a choice. */
const chosenPercent = 3;

function Chosen({ axis, value, frame }: { axis: ValueAxis; value: string; frame: ParallelFrame }) {
  const place = positionY(frame, value === 'none' ? nonePosition : positionOn(axis, value));
  return (
    <div className={classes.brush} style={{ top: `${place - chosenPercent}%`, height: `${2 * chosenPercent}%` }} />
  );
}
