import type { ComponentProps } from 'react';

interface PartProps extends ComponentProps<'div'> {
  role: 'table' | 'rowgroup' | 'row' | 'columnheader' | 'cell';
}

/** A part of a table by its role alone: the elements of HTML would lay it out by all of its rows. */
export const Part = ({ role, ...div }: PartProps) => <div role={role} {...div} />;
