'use client';

import { useMemo } from 'react';
import { ScatterMatrix } from '#charts/scatter-matrix.tsx';
import { Card } from '#components/card.tsx';
import { withBrush } from '../brush.ts';
import { changeTo } from '../compare-address.ts';
import { HighlightedLine } from './highlighted-line.tsx';
import { NothingToPlot } from './nothing-to-plot.tsx';
import classes from './parallel-card.module.css';
import { type PlotCardProps, usePaintedRuns } from './parallel-card.tsx';
import type { Plot } from './plot.ts';
import { PlotTable } from './plot-table.tsx';

/** More would be too small to read. */
const axesAtMost = 6;

export function ScatterCard({ plot: whole, brushes, onChange, colour, objective }: PlotCardProps) {
  const plot = useMemo(() => firstAxes(whole, objective), [whole, objective]);
  const painted = usePaintedRuns(plot, colour);
  const brushAll = (drawn: Parameters<React.ComponentProps<typeof ScatterMatrix>['onBrush']>[0]) =>
    onChange(
      changeTo.brushes(
        drawn.reduce(
          (all, { by, brush }) => (brush ? withBrush(all, { by, ...brush }) : all.filter((one) => one.by !== by)),
          [...brushes],
        ),
      ),
    );
  return (
    <Card title="Scatter matrix" note="Spearman’s rank correlation with its 95 % interval">
      {plot.axes.length < 2 || plot.runs.length < 2 ? (
        <NothingToPlot runs={plot.runs.length} varying={whole.axes.length} axes={plot.axes.length} />
      ) : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section className={classes.scroll} aria-label="Cells of the scatter matrix" tabIndex={0}>
            <ScatterMatrix axes={plot.axes} runs={painted} onBrush={brushAll} />
          </section>
          <HighlightedLine
            plot={plot}
            hint="Each dot is a run. Draw a rectangle to keep only what lies in it; press to take its brushes away. The sliders of the parallel coordinates do the same by keyboard."
          />
          <div className={classes.foot}>
            {plot.axes.length < whole.axes.length && (
              <span className={classes.note}>
                {plot.axes.length} of {whole.axes.length} axes; choose which above.
              </span>
            )}
            <PlotTable plot={plot} title="Runs of the scatter matrix" />
          </div>
        </>
      )}
    </Card>
  );
}

/** As many as can be read, the objective always among them. */
function firstAxes(plot: Plot, objective: string | undefined): Plot {
  if (plot.axes.length <= axesAtMost) return plot;
  const objectiveAt = plot.axes.findIndex(({ by }) => by === objective);
  const rest = plot.axes.map((_, at) => at).filter((at) => at !== objectiveAt);
  const kept = objectiveAt < 0 ? rest.slice(0, axesAtMost) : [...rest.slice(0, axesAtMost - 1), objectiveAt];
  const pick = <Item,>(list: readonly Item[]) => kept.map((at) => list[at] as Item);
  return {
    axes: pick(plot.axes),
    runs: plot.runs.map((run) => ({ ...run, positions: pick(run.positions), values: pick(run.values) })),
  };
}
