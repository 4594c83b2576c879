'use client';

import { type PointerEvent, useRef, useState } from 'react';

/** Pixels by which a press has to move before it is a drag. */
const dragPixels = 6;

/** For the head of a column: how far it is dragged, and by how many columns when it is let go; or that it was pressed. */
export function useSidewaysDrag(onDrop: (columns: number) => void, onPress: () => void) {
  const [away, setAway] = useState(0);
  const start = useRef<{ x: number; width: number }>(undefined);
  return {
    away,
    onPointerDown: (event: PointerEvent<HTMLButtonElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      start.current = { x: event.clientX, width: event.currentTarget.parentElement?.offsetWidth ?? 1 };
    },
    onPointerMove: (event: PointerEvent<HTMLButtonElement>) => {
      if (!start.current) return;
      const moved = event.clientX - start.current.x;
      if (away !== 0 || Math.abs(moved) > dragPixels) setAway(moved);
    },
    onPointerUp: () => {
      if (start.current) {
        const columns = Math.round(away / start.current.width);
        if (away === 0) onPress();
        else if (columns !== 0) onDrop(columns);
      }
      start.current = undefined;
      setAway(0);
    },
    onPointerCancel: () => {
      start.current = undefined;
      setAway(0);
    },
  };
}
