'use client';

import { formatValue } from '#charts/axis.ts';
import { Figures } from '#components/figures.tsx';
import { useHighlightedRun } from '#components/highlighted-run.ts';
import { RunSwatch } from '#components/run-swatch.tsx';
import classes from './highlighted-line.module.css';
import type { Plot } from './plot.ts';

/** Which run is pointed at, anywhere on the page, and what it has on these axes. */
export function HighlightedLine({ plot, hint }: { plot: Plot; hint: string }) {
  const runId = useHighlightedRun();
  const run = plot.runs.find(({ id }) => id === runId);
  if (!run) return <p className={classes.line}>{hint}</p>;
  return (
    <p className={classes.line} data-run={run.id}>
      <RunSwatch runId={run.id} />
      <span className={classes.name}>
        #{run.id} {run.name}
      </span>
      {plot.axes.map((axis, at) => (
        <span key={axis.by} className={classes.value}>
          {axis.title} <Figures>{valueText(run.values[at])}</Figures>
        </span>
      ))}
    </p>
  );
}

function valueText(value: Plot['runs'][number]['values'][number]): string {
  if (value === null || value === undefined) return 'none';
  return typeof value === 'number' ? formatValue(value) : String(value);
}
