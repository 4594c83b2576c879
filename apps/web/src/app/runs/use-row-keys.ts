import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { type Layout, rowAt } from './rows.ts';
import { scrollBody, viewOf } from './scroll-into-view.ts';

/** Rows to go by each key; a page is what is seen. */
const steps: Record<string, (index: number, rows: number, page: number) => number> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  PageDown: (index, _, page) => index + page,
  PageUp: (index, _, page) => index - page,
  Home: () => 0,
  End: (_, rows) => rows - 1,
};

/**
 * Up and down, page up and down, home and end go from row to row, to the same thing in each (`data-stop`), also to rows
 * that are not there yet.
 */
export function useRowKeys(
  frame: RefObject<HTMLElement | null>,
  body: RefObject<HTMLElement | null>,
  layout: Layout,
): (event: KeyboardEvent) => void {
  const wanted = useRef<{ index: number; stop: string }>(undefined);
  const takeFocus = () => {
    const { index, stop } = wanted.current ?? {};
    const row = body.current?.querySelector(`[data-index="${index}"]`);
    const target = row?.querySelector<HTMLElement>(`[data-stop="${stop}"], [data-stop="group"]`);
    if (!target) return;
    wanted.current = undefined;
    target.focus({ preventScroll: true });
  };
  // The row may only come with a later render.
  useEffect(takeFocus);

  return (event) => {
    const step = steps[event.key];
    const stop = (event.target as HTMLElement).dataset.stop;
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-index]');
    if (!step || !stop || !row || !frame.current || !body.current || event.ctrlKey || event.metaKey) return;
    const { top, bottom } = viewOf(frame.current, body.current);
    const page = Math.max(1, Math.floor((bottom - top) / layout.heights.run) - 1);
    const index = Math.max(0, Math.min(layout.rows - 1, step(Number(row.dataset.index), layout.rows, page)));
    const target = rowAt(layout, index);
    if (!target) return;
    event.preventDefault();
    const height = layout.heights[target.kind];
    if (target.top < top) scrollBody(frame.current, target.top - top);
    else if (target.top + height > bottom) scrollBody(frame.current, target.top + height - bottom);
    wanted.current = { index, stop: stop === 'group' ? 'name' : stop };
    takeFocus();
  };
}
