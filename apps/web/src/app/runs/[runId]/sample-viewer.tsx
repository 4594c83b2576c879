'use client';

import type { RunSummary, SampleGrid } from '@duality/shared';
import { Images } from 'lucide-react';
import { formatStep } from '#charts/axis.ts';
import { Figures } from '#components/figures.tsx';
import { GalleryExportButton } from '#components/gallery-export/gallery-export-button.tsx';
import { gridUrl } from '#components/sample-thumbnail.tsx';
import { describeSamples } from './describe-samples.ts';
import { SampleControls } from './sample-controls.tsx';
import { SamplePicture } from './sample-picture.tsx';
import classes from './sample-viewer.module.css';
import { useGridPosition } from './use-grid-position.ts';

const moves: Record<string, (at: number, last: number) => number> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  Home: () => 0,
  End: (_, last) => last,
};

/** The same noise at every stored step: how the generator learns to draw. */
export function SampleViewer({ run, grids }: { run: RunSummary; grids: SampleGrid[] }) {
  const position = useGridPosition(grids);
  const grid = grids[position.at];
  return (
    <section
      className={classes.card}
      aria-label="Sample grids"
      onKeyDown={(event) => {
        const move = moves[event.key];
        // A dialog that opens from here passes its keys on, too.
        if (!event.currentTarget.contains(event.target as Node)) return;
        if (!move || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        position.moveTo(move(position.at, grids.length - 1));
      }}
    >
      <div className={classes.top}>
        <h2 className={classes.title}>Samples</h2>
        {grid && <GalleryExportButton runIds={[run.id]} size="compact-sm" />}
      </div>
      {grid ? (
        <>
          <SamplePicture run={run} grid={grid} />
          <SampleControls grids={grids} position={position} />
          <p className={classes.caption}>
            Run <Figures>{run.id}</Figures>, step <Figures>{formatStep(grid.step)}</Figures>, seed{' '}
            <Figures>{run.config.seed}</Figures>: {describeSamples(run.config, grid)}{' '}
            <a href={gridUrl(grid.id)} download={`run-${run.id}-step-${grid.step}.png`}>
              Download PNG
            </a>
          </p>
        </>
      ) : (
        <div className={classes.none}>
          <Images size={26} aria-hidden="true" />
          <p>The first samples appear after step 1.</p>
        </div>
      )}
    </section>
  );
}
