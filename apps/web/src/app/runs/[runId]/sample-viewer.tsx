'use client';

import type { RunSummary, SampleGrid } from '@duality/shared';
import { Images } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useMemo } from 'react';
import { formatStep } from '#charts/axis.ts';
import { Figures } from '#components/figures.tsx';
import { GalleryExportButton } from '#components/gallery-export/gallery-export-button.tsx';
import { PinButton } from '#components/pin-button.tsx';
import { PinStrip } from '#components/pin-strip.tsx';
import { compareHref } from '#components/run-ids.ts';
import { SampleControls } from '#components/sample-controls.tsx';
import { gridUrl } from '#components/sample-thumbnail.tsx';
import { stepKeys } from '#components/step-keys.ts';
import { withinView } from '#components/steps-of-grids.ts';
import { useNewest } from '#components/use-newest.ts';
import { useShownStep } from '#components/use-shown-step.ts';
import { useZoom } from '#components/use-zoom.ts';
import { ZoomNote } from '#components/zoom-note.tsx';
import { describeSamples } from './describe-samples.ts';
import { SamplePicture } from './sample-picture.tsx';
import classes from './sample-viewer.module.css';

/** The same noise at every stored step: how the generator learns to draw. */
export function SampleViewer({ run, grids: all }: { run: RunSummary; grids: SampleGrid[] }) {
  const zoom = useZoom();
  const grids = useMemo(() => withinView(all, zoom), [all, zoom]);
  const steps = grids.map(({ step }) => step);
  const position = useShownStep(steps);
  const { at } = position;
  const grid = grids[at];
  const findGrid = useNewest(() => grid);
  const [before, after] = [grids[at - 1]?.id, grids[at + 1]?.id];
  useEffect(() => {
    for (const id of [before, after]) if (id !== undefined) new Image().src = gridUrl(id);
  }, [before, after]);

  return (
    <section className={classes.card} aria-label="Sample grids" onKeyDown={stepKeys(position, grids.length - 1)}>
      <div className={classes.top}>
        <h2 className={classes.title}>Samples</h2>
        {grid && <GalleryExportButton runIds={[run.id]} size="compact-sm" />}
      </div>
      {grid ? (
        <>
          <SamplePicture run={run} grid={grid} />
          <div className={classes.controls}>
            <SampleControls steps={steps} position={position} />
          </div>
          <ZoomNote />
          <p className={classes.caption}>
            Run <Figures>{run.id}</Figures>, step <Figures>{formatStep(grid.step)}</Figures>, seed{' '}
            <Figures>{run.config.seed}</Figures>: {describeSamples(run.config, grid)}
          </p>
          <p className={classes.links}>
            <PinButton runId={run.id} findGrid={findGrid} />
            <Link href={`${compareHref([run.id])}&view=samples&step=${grid.step}`} prefetch={false}>
              Steps side by side
            </Link>
            <a href={gridUrl(grid.id)} download={`run-${run.id}-step-${grid.step}.png`}>
              Download PNG
            </a>
          </p>
          <PinStrip runs={[run]} onOpen={(pin) => position.showStep(pin.step)} />
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
