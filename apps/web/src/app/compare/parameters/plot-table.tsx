'use client';

import { formatValue } from '#charts/axis.ts';
import { TableBehind } from '#charts/table-behind.tsx';
import type { Plot } from './plot.ts';

/** The numbers behind a chart of runs on axes. */
export function PlotTable({ plot, title }: { plot: Plot; title: string }) {
  const rows = plot.runs.filter(({ isOut }) => !isOut);
  return (
    <TableBehind
      title={title}
      head={['Run', 'Name', ...plot.axes.map((axis) => axis.title)]}
      rows={rows.map((run) => [run.id, run.name, ...run.values.map((value) => value ?? 'none')])}
      show={(cell) => (typeof cell === 'number' ? formatValue(cell) : String(cell))}
    />
  );
}
