'use client';

import type { Parameter } from '@duality/shared/analysis';
import { type CSSProperties, useCallback, useMemo } from 'react';
import type { AxisBrush } from '#charts/parallel-coordinates.ts';
import { ParallelPlot } from '#charts/parallel-plot.tsx';
import { RampLegend } from '#charts/ramp-legend.tsx';
import { Card } from '#components/card.tsx';
import { runLook } from '#components/run-colour.ts';
import type { AddressChange } from '#components/use-address.ts';
import type { Brush } from '../brush.ts';
import { AxisBrushInput } from './axis-brush-input.tsx';
import { AxisMenu } from './axis-menu.tsx';
import { HighlightedLine } from './highlighted-line.tsx';
import { NothingToPlot } from './nothing-to-plot.tsx';
import classes from './parallel-card.module.css';
import { type AskedAxis, changeParameters, type Goal } from './parameters-address.ts';
import type { Plot } from './plot.ts';
import { PlotTable } from './plot-table.tsx';

export interface PlotCardProps {
  plot: Plot;
  asked: readonly AskedAxis[];
  brushes: readonly Brush[];
  onBrush: (by: string, brush: AxisBrush | undefined) => void;
  onChange: (change: AddressChange) => void;
  colour: 'objective' | 'run';
  objective: string | undefined;
  goal: Goal;
}

export function ParallelCard(props: PlotCardProps & { varying: readonly Parameter[]; hasObjective: boolean }) {
  const { plot, asked, brushes, onBrush, onChange, colour, objective, goal, varying } = props;
  const painted = usePaintedRuns(plot, colour);
  const brushOf = useCallback((by: string) => brushes.find((brush) => brush.by === by), [brushes]);
  const seen = plot.runs.filter(({ isOut }) => !isOut).length;
  if (plot.axes.length < 2)
    return (
      <Card title="Parallel coordinates">
        <NothingToPlot runs={plot.runs.length} varying={varying.length} axes={plot.axes.length} />
      </Card>
    );
  const move = (from: number, to: number) => {
    const moved = asked.filter((_, at) => at !== from);
    onChange(changeParameters.axes(moved.toSpliced(Math.max(0, to), 0, asked[from] as AskedAxis)));
  };
  const replace = (at: number, axis: AskedAxis) => onChange(changeParameters.axes(asked.with(at, axis)));
  return (
    <Card title="Parallel coordinates" note={`${seen} of ${plot.runs.length} runs`}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={classes.scroll} aria-label="Axes of the parallel coordinates" tabIndex={0}>
        <div className={classes.inner} style={{ '--axes': plot.axes.length } as CSSProperties}>
          <div className={classes.columns}>
            {plot.axes.map((axis, at) => (
              <AxisMenu
                key={axis.by}
                axis={axis}
                asked={asked[at] as AskedAxis}
                at={at}
                count={plot.axes.length}
                isBrushed={brushOf(axis.by) !== undefined}
                onMove={(to) => move(at, to)}
                onReplace={(next) => replace(at, next)}
                onRemove={() => onChange(changeParameters.axes(asked.filter((_, other) => other !== at)))}
                onUnbrush={() => onBrush(axis.by, undefined)}
              />
            ))}
          </div>
          <ParallelPlot
            axes={plot.axes}
            runs={painted}
            brushOf={brushOf}
            onBrush={onBrush}
            label={`${plot.runs.length} runs over ${plot.axes.map(({ title }) => title).join(', ')}`}
          />
          <div className={classes.columns}>
            {plot.axes.map((axis, at) => (
              <AxisBrushInput
                key={axis.by}
                axis={axis}
                values={plot.runs.map((run) => run.values[at])}
                brush={brushOf(axis.by)}
                onBrush={(brush) => onBrush(axis.by, brush)}
              />
            ))}
          </div>
        </div>
      </section>
      <HighlightedLine
        plot={plot}
        hint="Each line is a run. Point at one to see which, drag along an axis to keep only what lies there."
      />
      <div className={classes.foot}>
        {colour === 'objective' && objective && (
          <RampLegend isByRank title={objective} goal={goal} axis={plot.axes.find(({ by }) => by === objective)} />
        )}
        <PlotTable plot={plot} title="Runs on these axes" />
      </div>
    </Card>
  );
}

/** The plot's runs with what decides their colour. */
export function usePaintedRuns(plot: Plot, colour: 'objective' | 'run') {
  return useMemo(
    () => plot.runs.map((run) => ({ ...run, look: colour === 'run' ? runLook(run.id) : undefined })),
    [plot, colour],
  );
}
