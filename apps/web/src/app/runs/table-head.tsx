'use client';

import { ArrowDown, ArrowUp, ChevronDown } from 'lucide-react';
import dynamic from 'next/dynamic';
import { type DragEvent, type KeyboardEvent, useState } from 'react';
import { PlainButton } from '#components/plain-button.tsx';
import type { ColumnMenuProps } from './column-menu.tsx';
import { type Column, isFigure } from './columns.ts';
import { Part } from './part.tsx';
import { moveColumn, nextSort, type RunList } from './run-list.ts';
import classes from './run-table.module.css';
import { SelectBox } from './select-box.tsx';
import type { Selection } from './use-selection.ts';

const ColumnMenu = dynamic(() => import('./column-menu.tsx').then((menu) => menu.ColumnMenu), {
  loading: () => <MenuMark />,
});

interface TableHeadProps {
  columns: readonly Column[];
  list: RunList;
  total: number;
  selection: Selection;
  onChange: (list: RunList) => void;
}

export function TableHead({ columns, list, total, selection, onChange }: TableHeadProps) {
  const [dragged, setDragged] = useState<string>();
  const isAll = selection.ids.size >= total;
  const selectAll = (isSelected: boolean) =>
    isSelected ? selection.setStretches([{ offset: 0 }], true) : selection.clear();
  const drop = (on: string) => {
    if (dragged !== undefined)
      onChange({ ...list, columns: moveColumn(list.columns, dragged, list.columns.indexOf(on)) });
    setDragged(undefined);
  };
  return (
    <Part role="rowgroup" className={classes.head}>
      <Part role="row" aria-rowindex={1} className={classes.headRow}>
        <Part role="columnheader" className={classes.box}>
          <span className={classes.unsorted}>Select</span>
          <SelectBox
            label={isAll ? 'Select none' : `Select all ${total}`}
            isChecked={isAll}
            isPartly={selection.ids.size > 0 && !isAll}
            onChange={selectAll}
          />
        </Part>
        <HeadCell className={classes.pinned ?? ''} title="Run" sortBy="name" list={list} onChange={onChange} />
        {columns.map((column) => (
          <HeadCell
            key={column.key}
            className={isFigure(column) ? (classes.figure ?? '') : ''}
            title={column.title}
            sortBy={column.sortBy}
            column={column.key}
            list={list}
            onChange={onChange}
            isTarget={dragged !== undefined && dragged !== column.key}
            onDrag={() => setDragged(column.key)}
            onDrop={() => drop(column.key)}
          />
        ))}
        <Part role="columnheader">
          <span className={classes.hidden}>Actions</span>
        </Part>
      </Part>
    </Part>
  );
}

interface HeadCellProps {
  title: string;
  className: string;
  sortBy: string | undefined;
  /** As the address has it; absent for the one that always stands first. */
  column?: string;
  list: RunList;
  onChange: (list: RunList) => void;
  isTarget?: boolean;
  onDrag?: () => void;
  onDrop?: () => void;
}

function HeadCell({ title, className, sortBy, column, list, onChange, isTarget, onDrag, onDrop }: HeadCellProps) {
  const { sort } = list;
  const at = sort.findIndex(({ by }) => by === sortBy);
  const direction = sort[at]?.direction;
  const change = (isAdded: boolean) => sortBy && onChange({ ...list, sort: nextSort(sort, sortBy, isAdded) });
  // A browser clicks a focused button for Enter, but tells nothing of Shift then.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.shiftKey) return;
    event.preventDefault();
    change(true);
  };
  const drag =
    column === undefined
      ? {}
      : {
          draggable: true,
          onDragStart: (event: DragEvent) => {
            event.dataTransfer.effectAllowed = 'move';
            event.dataTransfer.setData('text/plain', title);
            onDrag?.();
          },
          onDragOver: (event: DragEvent) => isTarget && event.preventDefault(),
          onDrop: () => onDrop?.(),
        };
  return (
    <Part
      role="columnheader"
      className={`${classes.headCell} ${className}`}
      aria-sort={at === 0 ? direction : sortBy ? 'none' : undefined}
      data-target={isTarget || undefined}
      {...drag}
    >
      <span className={sortBy ? classes.unsorted : classes.plain} title={title}>
        {title}
      </span>
      {sortBy && (
        <button
          type="button"
          className={classes.sort}
          title={`${title}: click to sort, with Shift after the columns that are sorted by already`}
          onClick={(event) => change(event.shiftKey)}
          onKeyDown={onKeyDown}
        >
          <span className={classes.sortTitle}>{title}</span>
          {direction === 'ascending' && <ArrowUp size={13} aria-hidden="true" />}
          {direction === 'descending' && <ArrowDown size={13} aria-hidden="true" />}
          {direction && sort.length > 1 && <SortPlace at={at} direction={direction} />}
        </button>
      )}
      {column !== undefined && (
        <MenuButton title={title} sortBy={sortBy} column={column} list={list} onChange={onChange} />
      )}
    </Part>
  );
}

const SortPlace = ({ at, direction }: { at: number; direction: string }) => (
  <>
    <sup aria-hidden="true">{at + 1}</sup>
    <span className={classes.hidden}>
      , key {at + 1} of the order, {direction}
    </span>
  </>
);

/** The menu itself is fetched when it is first wanted. */
function MenuButton(props: ColumnMenuProps) {
  const [isWanted, setWanted] = useState(false);
  if (isWanted) return <ColumnMenu {...props} />;
  return (
    <PlainButton
      isIcon
      className={classes.columnMenu ?? ''}
      aria-label={`Column ${props.title}`}
      aria-haspopup="menu"
      onClick={() => setWanted(true)}
    >
      <ChevronDown size={13} aria-hidden="true" />
    </PlainButton>
  );
}

const MenuMark = () => (
  <span className={classes.columnMenu}>
    <ChevronDown size={13} aria-hidden="true" />
  </span>
);
