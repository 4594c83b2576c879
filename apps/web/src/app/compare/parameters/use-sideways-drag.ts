'use client';

import { type PointerEvent, useRef, useState } from 'react';

/** Pixels by which a press has to move before it is a drag. */
const dragPixels = 6;

/**
 * For the head of a column: how far it is dragged, and by how many columns when it is let go. After a drag the browser
 * still tells of a click; `wasDragged` is true until the next press or key.
 */
export function useSidewaysDrag(onDrop: (columns: number) => void) {
  const [away, setAway] = useState(0);
  const start = useRef<{ x: number; width: number }>(undefined);
  const wasDragged = useRef(false);
  const end = () => {
    start.current = undefined;
    setAway(0);
  };
  const handlers = {
    onKeyDown: () => {
      wasDragged.current = false;
    },
    onPointerDown: (event: PointerEvent<HTMLButtonElement>) => {
      if (event.button !== 0) return;
      wasDragged.current = false;
      event.currentTarget.setPointerCapture(event.pointerId);
      start.current = { x: event.clientX, width: event.currentTarget.parentElement?.offsetWidth ?? 1 };
    },
    onPointerMove: (event: PointerEvent<HTMLButtonElement>) => {
      if (!start.current) return;
      const moved = event.clientX - start.current.x;
      if (away === 0 && Math.abs(moved) <= dragPixels) return;
      wasDragged.current = true;
      setAway(moved);
    },
    onPointerUp: () => {
      const columns = start.current ? Math.round(away / start.current.width) : 0;
      if (columns !== 0) onDrop(columns);
      end();
    },
    onPointerCancel: end,
  };
  return { away, wasDragged, handlers };
}
