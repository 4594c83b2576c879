'use client';

import { type PointerEvent, useCallback, useState } from 'react';
import { highlightedRun, useHighlightedRun } from '#components/highlighted-run.ts';
import { type CanvasSize, type Draw, DrawnCanvas, type ReadToken } from './drawn-canvas.tsx';
import { nearestPoint } from './nearest-point.ts';
import { type PaintedRun, painter } from './run-paint.ts';
import classes from './scatter-matrix.module.css';
import { nonePosition } from './value-axis.ts';

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

const margin = 7;
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

interface Place {
  x: number;
  y: number;
}

function placeOf({ currentTarget, clientX, clientY }: PointerEvent<HTMLDivElement>): { at: Place; size: CanvasSize } {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return { at: { x: clientX - left, y: clientY - top }, size: { width, height } };
}

const startOf = (hasNone: boolean) => (hasNone ? nonePosition : 0);

function pixelOf(
  { positions }: PaintedRun,
  x: number,
  y: number,
  { width, height }: CanvasSize,
  hasNone: boolean,
): Place {
  const along = (position: number, length: number) =>
    margin + ((position - startOf(hasNone)) / (1 - startOf(hasNone))) * (length - 2 * margin);
  return { x: along(positions[x] as number, width), y: height - along(positions[y] as number, height) };
}

const shareAt = (pixel: number, length: number, hasNone: boolean) =>
  startOf(hasNone) + ((pixel - margin) / (length - 2 * margin)) * (1 - startOf(hasNone));

interface Points {
  runs: readonly PaintedRun[];
  x: number;
  y: number;
  hasNone: boolean;
}

function drawPoints(
  ctx: CanvasRenderingContext2D,
  size: CanvasSize,
  { runs, x, y, hasNone }: Points,
  token: ReadToken,
): void {
  const colour = painter(token);
  const radius = runs.length > 200 ? 1.75 : 2.5;
  for (const run of runs) {
    const at = pixelOf(run, x, y, size, hasNone);
    ctx.globalAlpha = run.isOut ? 0.5 : 0.9;
    ctx.fillStyle = colour(run);
    ctx.beginPath();
    ctx.arc(at.x, at.y, run.isOut ? radius - 0.75 : radius, 0, 2 * Math.PI);
    ctx.fill();
  }
}

function drawHighlighted(ctx: CanvasRenderingContext2D, run: PaintedRun, at: Place, token: ReadToken): void {
  ctx.beginPath();
  ctx.arc(at.x, at.y, 5.5, 0, 2 * Math.PI);
  ctx.fillStyle = run.isOut ? token('--surface-card') : painter(token)(run);
  ctx.strokeStyle = token('--ink');
  ctx.lineWidth = 2;
  ctx.fill();
  ctx.stroke();
}
