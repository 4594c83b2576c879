import type { FoundRun } from '@duality/shared';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { indexOfRun, type Layout, type Row, rowAt } from './rows.ts';
import type { RunList } from './run-list.ts';
import { scrollBody, viewOf } from './scroll-into-view.ts';

interface Shown {
  layout: Layout;
  rows: readonly Row[];
  runAt: (offset: number) => FoundRun | undefined;
  list: RunList;
}

/** Once one has scrolled, the rows stay where they are while runs come and go above; another list begins at its top. */
export function useKeptPlace(
  frame: RefObject<HTMLElement | null>,
  body: RefObject<HTMLElement | null>,
  { layout, rows, runAt, list }: Shown,
): void {
  const before = useRef<{ list: RunList; id: number; top: number }>(undefined);
  useLayoutEffect(() => {
    if (!frame.current || !body.current) return;
    const { top } = viewOf(frame.current, body.current);
    const last = before.current;
    if (last && isOther(last.list, list)) {
      if (top > 0) scrollBody(frame.current, -top);
    } else if (last && top > layout.heights.run) {
      const row = rows.find((one) => one.kind === 'run' && runAt(one.offset)?.id === last.id);
      const index = row?.kind === 'run' ? indexOfRun(layout, row.offset) : undefined;
      const now = index === undefined ? undefined : rowAt(layout, index)?.top;
      if (now !== undefined && now !== last.top) scrollBody(frame.current, now - last.top);
    }
    const view = viewOf(frame.current, body.current);
    const first = rows.find((row) => row.kind === 'run' && row.top >= view.top && runAt(row.offset));
    const run = first?.kind === 'run' ? runAt(first.offset) : undefined;
    before.current = { list, id: run?.id ?? 0, top: first?.top ?? 0 };
  });
}

const isOther = (a: RunList, b: RunList) =>
  a !== b &&
  (a.text !== b.text ||
    a.status !== b.status ||
    a.group !== b.group ||
    JSON.stringify(a.sort) !== JSON.stringify(b.sort));
