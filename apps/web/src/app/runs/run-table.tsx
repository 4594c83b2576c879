'use client';

import { type CSSProperties, useCallback, useMemo, useRef } from 'react';
import { columnsOf, tracksOf } from './columns.ts';
import { GroupRow } from './group-row.tsx';
import { Part } from './part.tsx';
import { layOut, rowsBetween, stretchesBetween } from './rows.ts';
import { foldGroup, foldKey, type RunList } from './run-list.ts';
import { MissingRow, RunRow } from './run-row.tsx';
import classes from './run-table.module.css';
import { CurvesProvider } from './sparkline.tsx';
import { TableHead } from './table-head.tsx';
import { useCurves } from './use-curves.ts';
import type { Found } from './use-found-runs.ts';
import { useKeptPlace } from './use-kept-place.ts';
import { useLookedAt } from './use-looked-at.ts';
import { useRowHeights } from './use-row-heights.ts';
import { useRowKeys } from './use-row-keys.ts';
import type { Selection } from './use-selection.ts';
import { useVisibleColumns } from './use-visible-columns.ts';
import { useVisibleRange } from './use-visible-range.ts';

interface RunTableProps {
  found: Found;
  list: RunList;
  selection: Selection;
  onLook: (offsets: readonly number[]) => void;
  onChange: (list: RunList) => void;
}

/**
 * A table on wide screens whose rows become cards on narrow ones; the roles stay those of a table. Only the rows in
 * view are there, all of one height, which the style sheet decides and the first of them tells.
 */
export function RunTable({ found, list, selection, onLook, onChange }: RunTableProps) {
  const [frame, body] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)];
  const heights = useRowHeights(body);
  const { groups, total, list: asked, runAt, shown } = found;
  const { groupOrder: order, folded } = list;
  const layout = useMemo(
    () => layOut(total, groups?.groups, { heights, order, folded }),
    [total, groups, heights, order, folded],
  );
  const { from, to } = useVisibleRange(frame, body);
  const rows = useMemo(() => rowsBetween(layout, from, to), [layout, from, to]);
  const offsets = useLookedAt(rows, onLook);
  const keys = useVisibleColumns(asked);
  const columns = useMemo(() => columnsOf(keys, shown), [keys, shown]);
  const curveOf = useCurves(offsets, { runAt, metric: list.spark, isShown: keys.includes('spark') });
  const onKeyDown = useRowKeys(frame, body, layout);
  useKeptPlace(frame, body, { layout, rows, runAt, list: asked });

  const anchor = useRef<number>(undefined);
  const latest = useRef({ layout, selection });
  latest.current = { layout, selection };
  const select = useCallback((index: number, id: number, isSelected: boolean, isRange: boolean) => {
    const { layout, selection } = latest.current;
    const from = isRange ? anchor.current : undefined;
    if (from === undefined) selection.set([id], isSelected);
    else selection.setStretches(stretchesBetween(layout, from, index), isSelected);
    anchor.current = index;
  }, []);

  const { template, leastWidth } = tracksOf(columns);
  const drawn = new Set<number>();
  return (
    <CurvesProvider value={curveOf}>
      <div className={classes.frame} ref={frame}>
        <Part
          role="table"
          aria-label="Runs"
          aria-rowcount={layout.rows + 1}
          className={classes.table}
          style={{ '--tracks': template, '--least-width': `${leastWidth}rem` } as CSSProperties}
        >
          <TableHead columns={columns} list={list} total={total} selection={selection} onChange={onChange} />
          <Part
            role="rowgroup"
            ref={body}
            className={classes.body}
            style={{ height: layout.height, paddingTop: rows[0]?.top ?? 0 }}
            onKeyDown={onKeyDown}
          >
            {rows.map((row) => {
              if (row.kind === 'group') {
                const toggle = () => onChange(foldGroup(list, row.group.key));
                const { index, group, isFolded } = row;
                const told = { index, group, isFolded, by: groups?.by ?? null, columns };
                return <GroupRow key={`group ${foldKey(group.key)}`} {...told} onToggle={toggle} />;
              }
              const run = runAt(row.offset);
              // While two pages are asked anew, a run may stand on both.
              if (!run || drawn.has(run.id)) return <MissingRow key={`missing ${row.index}`} index={row.index} />;
              drawn.add(run.id);
              return (
                <RunRow
                  key={run.id}
                  run={run}
                  index={row.index}
                  columns={columns}
                  isSelected={selection.ids.has(run.id)}
                  onSelect={select}
                />
              );
            })}
          </Part>
        </Part>
      </div>
    </CurvesProvider>
  );
}
