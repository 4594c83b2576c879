import { type FoundRun, isPointSet } from '@duality/shared';
import type { ReactNode } from 'react';
import { formatStep } from '#charts/axis.ts';
import { gridUrl } from '#components/sample-thumbnail.tsx';
import classes from './grid-figure.module.css';

/** The newest sample grid of a run, whole. */
export function GridFigure({ run, children }: { run: FoundRun; children?: ReactNode }) {
  const { newestGrid, config, id } = run;
  if (!newestGrid) return null;
  return (
    <figure className={classes.figure}>
      {/* biome-ignore lint/performance/noImgElement: a few kilobytes of PNG from this machine need no optimiser */}
      <img
        className={isPointSet(config.dataset) ? classes.plot : classes.tiles}
        src={gridUrl(newestGrid.id)}
        alt={`Samples of run ${id} at step ${newestGrid.step}`}
      />
      <figcaption className={classes.caption}>
        {children}
        <span className={classes.step}>step {formatStep(newestGrid.step)}</span>
      </figcaption>
    </figure>
  );
}
