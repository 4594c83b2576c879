import { type RefObject, useEffect, useState } from 'react';
import type { RowHeights } from './rows.ts';

/** Of the wide table, until a row can be measured. */
const atFirst: RowHeights = { run: 76, group: 44 };

/** How tall the style sheet makes rows, the gap after each included. */
export function useRowHeights(body: RefObject<HTMLElement | null>): RowHeights {
  const [heights, setHeights] = useState(atFirst);
  useEffect(() => {
    const measure = () => {
      const [run, group] = ['run', 'group'].map((kind) =>
        heightOf(body.current?.querySelector(`[data-row="${kind}"]`)),
      );
      setHeights((old) => {
        const next = { run: run ?? old.run, group: group ?? old.group };
        return next.run === old.run && next.group === old.group ? old : next;
      });
    };
    measure();
    const sizes = new ResizeObserver(measure);
    const rows = new MutationObserver(measure);
    if (body.current) {
      sizes.observe(body.current);
      rows.observe(body.current, { childList: true });
    }
    return () => {
      sizes.disconnect();
      rows.disconnect();
    };
  }, [body]);
  return heights;
}

function heightOf(row: Element | null | undefined): number | undefined {
  if (!row) return undefined;
  return row.getBoundingClientRect().height + Number.parseFloat(getComputedStyle(row).marginBottom);
}
