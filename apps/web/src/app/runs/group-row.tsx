'use client';

import type { FoundGroup, ShownValue, Spread } from '@duality/shared';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { formatExact, formatValue } from '#charts/axis.ts';
import { formatDuration } from '#components/duration.ts';
import { Figures } from '#components/figures.tsx';
import { textOf } from './cell.tsx';
import type { Column } from './columns.ts';
import { Part } from './part.tsx';
import classes from './run-table.module.css';
import { ValuePart } from './value-part.tsx';

interface GroupRowProps {
  /** On the page, from 0. */
  index: number;
  group: FoundGroup;
  /** What the groups have in common. */
  by: ShownValue | null;
  columns: readonly Column[];
  isFolded: boolean;
  onToggle: () => void;
}

/** The head of a group: what its runs have in common, how many there are, and how their numbers lie. */
export function GroupRow({ index, group, by, columns, isFolded, onToggle }: GroupRowProps) {
  const Icon = isFolded ? ChevronRight : ChevronDown;
  const { key, count } = group;
  return (
    <Part role="row" aria-rowindex={index + 2} className={classes.group} data-row="group" data-index={index}>
      <Part role="cell" className={classes.groupName}>
        <button type="button" className={classes.fold} aria-expanded={!isFolded} data-stop="group" onClick={onToggle}>
          <Icon size={15} aria-hidden="true" />
          <span className={classes.groupBy}>{by?.title}</span>
          <strong>
            {by?.type === 'time' && typeof key === 'number'
              ? new Date(key).toISOString()
              : textOf(by?.name ?? null, key)}
          </strong>
          <span className={classes.groupCount}>{count === 1 ? 'one run' : `${count} runs`}</span>
        </button>
      </Part>
      {columns.map((column) => (
        <ValuePart key={column.key} column={column}>
          <SpreadText column={column} spread={group.spreads[column.valueAt] ?? null} />
        </ValuePart>
      ))}
      <Part role="cell" className={classes.menu} />
    </Part>
  );
}

function SpreadText({ column, spread }: { column: Column; spread: Spread | null }) {
  if (!spread || column.name === 'id') return null;
  const say = column.kind === 'duration' ? (value: number) => formatDuration(1000 * value) : formatValue;
  const { mean, deviation, count } = spread;
  const exact = `mean ${formatExact(mean)}${deviation === null ? '' : `, standard deviation ${formatExact(deviation)}`}, of ${count}`;
  return (
    <span title={exact} className={classes.spread}>
      <Figures>{say(mean)}</Figures>
      {deviation !== null && <Figures className={classes.deviation ?? ''}>± {say(deviation)}</Figures>}
    </span>
  );
}
