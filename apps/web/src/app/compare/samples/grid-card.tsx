'use client';

import { Images } from 'lucide-react';
import { formatStep } from '#charts/axis.ts';
import { Figures } from '#components/figures.tsx';
import { highlights, useIsHighlighted } from '#components/highlighted-run.ts';
import { PinButton } from '#components/pin-button.tsx';
import { RunSwatch } from '#components/run-swatch.tsx';
import { SampleCanvas } from '#components/sample-canvas.tsx';
import { gridAt } from '#components/steps-of-grids.ts';
import { boxOf } from '#components/tile-box.ts';
import { useNewest } from '#components/use-newest.ts';
import classes from './grid-card.module.css';
import { GridPicture } from './grid-picture.tsx';
import type { Pointed } from './pointed.ts';
import type { SampledRun } from './sampled-run.ts';

interface GridCardProps {
  sampled: SampledRun;
  step: number;
  tile: number | undefined;
  pointed: Pointed | undefined;
  /** How wide to draw a picture of this size. */
  widthOf: (size: { width: number; height: number }) => number;
  onPoint: (pointed: Pointed | undefined) => void;
  onOpen: (tile: number | 'all') => void;
}

const differencesAtMost = 4;

/** One run's grid at the step, or its nearest before, with what it is. */
export function GridCard({ sampled, step, tile, pointed, widthOf, onPoint, onOpen }: GridCardProps) {
  const { run, grids, isPlot, noise, differences } = sampled;
  const isHighlighted = useIsHighlighted(run.id);
  const grid = gridAt(grids, step);
  const findGrid = useNewest(() => grid);
  const box = grid && boxOf(grid, tile);
  const name = `${run.name} at step ${grid?.step}`;
  return (
    <figure className={classes.card} data-highlighted={isHighlighted || undefined} {...highlights(run.id)}>
      <div className={classes.top}>
        <RunSwatch runId={run.id} />
        <span className={classes.name} title={run.name}>
          {run.name}
        </span>
        {grid && box && <PinButton runId={run.id} tile={tile} findGrid={findGrid} />}
      </div>
      {grid && box ? (
        <div className={classes.picture} style={{ width: widthOf(box) }}>
          {tile === undefined ? (
            <GridPicture
              grid={grid}
              isPlot={isPlot}
              name={name}
              hasRows={run.config.system === 'acgan'}
              outlined={pointed && (pointed.noise === noise || pointed.runId === run.id) ? pointed.tile : undefined}
              onPoint={(next) => onPoint(next === undefined ? undefined : { tile: next, noise, runId: run.id })}
              onOpen={onOpen}
            />
          ) : (
            <SampleCanvas grid={grid} tile={tile} isPlot={isPlot} alt={`Tile ${tile} of ${name}`} />
          )}
        </div>
      ) : (
        <Nothing first={grids[0]?.step} hasTile={grid !== undefined} tile={tile} />
      )}
      <figcaption className={classes.caption}>
        <span data-differs={(grid && grid.step !== step) || undefined}>
          {grid && (
            <>
              step <Figures>{formatStep(grid.step)}</Figures>
              {grid.step !== step && ', the nearest before'} ·{' '}
            </>
          )}
        </span>
        seed <Figures>{run.config.seed}</Figures>
        {differences.length > 0 && (
          <span className={classes.differences} title={differences.join('\n')}>
            {' · '}
            {differences.slice(0, differencesAtMost).join(' · ')}
            {differences.length > differencesAtMost && ` and ${differences.length - differencesAtMost} more`}
          </span>
        )}
      </figcaption>
    </figure>
  );
}

function Nothing({ first, hasTile, tile }: { first: number | undefined; hasTile: boolean; tile: number | undefined }) {
  return (
    <p className={classes.none}>
      <Images size={20} aria-hidden="true" />
      {hasTile
        ? `There is no tile ${tile} in this grid.`
        : first === undefined
          ? 'No grid yet'
          : `The first grid is that of step ${formatStep(first)}.`}
    </p>
  );
}
