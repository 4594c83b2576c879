import type { ReactNode } from 'react';
import { type Column, isFigure } from './columns.ts';
import { Part } from './part.tsx';
import classes from './run-table.module.css';

interface ValuePartProps {
  column: Column;
  /** Says what kind of value it is to the style sheet, which has room for some on a phone. */
  kind?: Column['kind'];
  children: ReactNode;
}

/** The place of one column's value in a row. */
export const ValuePart = ({ column, kind, children }: ValuePartProps) => (
  <Part
    role="cell"
    className={isFigure(column) ? classes.figure : classes.cell}
    data-label={column.title}
    data-kind={kind}
  >
    {children}
  </Part>
);
