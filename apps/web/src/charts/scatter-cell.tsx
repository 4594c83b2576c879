'use client';

import { type PointerEvent, useCallback, useState } from 'react';
import { highlightedRun, useHighlightedRun } from '#components/highlighted-run.ts';
import { type CanvasSize, type Draw, DrawnCanvas } from './drawn-canvas.tsx';
import { nearestPoint } from './nearest-point.ts';
import type { PaintedRun } from './run-paint.ts';
import { drawHighlighted, drawPoints, type Place, pixelOf, shareAt } from './scatter-drawing.ts';
import classes from './scatter-matrix.module.css';

/** A stretch from and to, as positions on an axis. */
type Stretch = readonly [number, number];

interface ScatterCellProps {
  /** In the order in which they are painted. */
  runs: readonly PaintedRun[];
  x: number;
  y: number;
  hasNone: boolean;
  /** Of the rectangle that was drawn; undefined for a press without a drag. */
  onBrush: (x: Stretch | undefined, y: Stretch | undefined) => void;
  label: string;
}

const clickPixels = 4;

export function ScatterCell({ runs, x, y, hasNone, onBrush, label }: ScatterCellProps) {
  const highlighted = useHighlightedRun();
  const [drag, setDrag] = useState<{ from: Place; to: Place; size: CanvasSize }>();
  const draw = useCallback<Draw>(
    (ctx, size, token) => drawPoints(ctx, size, { runs, x, y, hasNone }, token),
    [runs, x, y, hasNone],
  );
  const run = runs.find(({ id }) => id === highlighted);
  const drawOver = useCallback<Draw>(
    (ctx, size, token) => run && drawHighlighted(ctx, run, pixelOf(run, x, y, size, hasNone), token),
    [run, x, y, hasNone],
  );
  const hover = (event: PointerEvent<HTMLDivElement>) => {
    const { size, at } = placeOf(event);
    const placed = runs.map((run) => ({ id: run.id, ...pixelOf(run, x, y, size, hasNone) }));
    highlightedRun.set(nearestPoint(placed, at.x, at.y, 10));
  };
  const drop = () => {
    if (!drag) return;
    const { from, to, size } = drag;
    const isPress = Math.hypot(from.x - to.x, from.y - to.y) < clickPixels;
    const along = (a: number, b: number, length: number): Stretch => [
      shareAt(a, length, hasNone),
      shareAt(b, length, hasNone),
    ];
    onBrush(
      isPress ? undefined : along(from.x, to.x, size.width),
      isPress ? undefined : along(size.height - from.y, size.height - to.y, size.height),
    );
    setDrag(undefined);
  };
  return (
    <div
      className={classes.cell}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const { at, size } = placeOf(event);
        setDrag({ from: at, to: at, size });
      }}
      onPointerMove={(event) => (drag ? setDrag({ ...drag, to: placeOf(event).at }) : hover(event))}
      onPointerUp={drop}
      onPointerCancel={() => setDrag(undefined)}
      onPointerLeave={() => highlightedRun.set(undefined)}
    >
      <DrawnCanvas draw={draw} drawOver={drawOver} label={label} />
      {drag && (
        <div
          className={classes.drag}
          style={{
            left: Math.min(drag.from.x, drag.to.x),
            top: Math.min(drag.from.y, drag.to.y),
            width: Math.abs(drag.from.x - drag.to.x),
            height: Math.abs(drag.from.y - drag.to.y),
          }}
        />
      )}
    </div>
  );
}

function placeOf({ currentTarget, clientX, clientY }: PointerEvent<HTMLDivElement>): { at: Place; size: CanvasSize } {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return { at: { x: clientX - left, y: clientY - top }, size: { width, height } };
}
