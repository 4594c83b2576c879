'use client';

import type { Pin, RunSummary } from '@duality/shared';
import { useMemo } from 'react';
import { GalleryExportButton } from '#components/gallery-export/gallery-export-button.tsx';
import { PinStrip } from '#components/pin-strip.tsx';
import { SampleControls } from '#components/sample-controls.tsx';
import { stepKeys } from '#components/step-keys.ts';
import { unionOfSteps, withinView } from '#components/steps-of-grids.ts';
import { useAddress } from '#components/use-address.ts';
import { useNewest } from '#components/use-newest.ts';
import { useSampleStep } from '#components/use-sample-step.ts';
import { useZoom } from '#components/use-zoom.ts';
import { ZoomNote } from '#components/zoom-note.tsx';
import { FilmStrip } from './film-strip.tsx';
import { firstPair } from './first-pair.ts';
import { gridsAtMost } from './grids-at-most.ts';
import { NoSamples } from './no-samples.tsx';
import { PairView } from './pair-view.tsx';
import { ParameterSliders } from './parameter-sliders.tsx';
import { gatherRuns } from './sampled-run.ts';
import { type ChosenValue, parseSamples, samplesTo } from './samples-address.ts';
import { SamplesCaption } from './samples-caption.tsx';
import classes from './samples-tab.module.css';
import { TileBar } from './tile-bar.tsx';
import { useGrids } from './use-grids.ts';
import { usePreload } from './use-preload.ts';
import { findVarying, matching } from './varying.ts';
import { ViewChoice } from './view-choice.tsx';
import { Wall } from './wall.tsx';

/** What the runs draw, side by side at the same step; one tile over all steps; two pictures against each other. */
export function SamplesTab({ runs }: { runs: readonly RunSummary[] }) {
  const { query, change } = useAddress();
  const address = useMemo(() => parseSamples(query), [query]);
  const { tile, pair, chosen } = address;
  const varying = useMemo(() => findVarying(runs), [runs]);
  const found = useMemo(() => matching(runs, chosen), [runs, chosen]);
  const shown = useMemo(() => found.slice(0, gridsAtMost), [found]);
  const { grids, isReading, problem } = useGrids(shown.map(({ id }) => id));
  const sampled = useMemo(() => gatherRuns(shown, grids, varying), [shown, grids, varying]);
  const zoom = useZoom();
  const steps = useMemo(() => unionOfSteps(sampled.map(({ grids }) => withinView(grids, zoom))), [sampled, zoom]);
  const position = useSampleStep(steps);
  usePreload(sampled, steps, position.at);
  const { step } = position;
  const choose = useNewest((next: readonly ChosenValue[]) => change(samplesTo.chosen(next)));
  const findPair = useNewest(() => firstPair(sampled, step ?? 0));
  const openPin = useNewest((pin: Pin) => {
    position.showStep(pin.step);
    change({ from: undefined, to: undefined, ...(pin.tile === null ? samplesTo.wall() : samplesTo.tile(pin.tile)) });
  });

  return (
    <section aria-label="Samples" className={classes.samples} onKeyDown={stepKeys(position, steps.length - 1)}>
      {varying.length > 0 && <ParameterSliders runs={runs} varying={varying} chosen={chosen} onChange={choose} />}
      {step === undefined ? (
        <NoSamples runs={shown} isReading={isReading} problem={problem} />
      ) : (
        <>
          <div className={classes.top}>
            <ViewChoice address={address} findPair={findPair} onChange={change} />
            <GalleryExportButton
              runIds={shown.map(({ id }) => id)}
              {...(typeof tile === 'number' && { tiles: [tile] })}
              size="compact-sm"
            />
          </div>
          <div className={classes.bar}>
            <SampleControls steps={steps} position={position} />
            <ZoomNote />
          </div>
          <SamplesCaption shown={shown} leftOut={found.slice(gridsAtMost)} step={step} />
          {pair ? (
            <PairView address={address} pair={pair} sampled={sampled} step={step} onChange={change} />
          ) : (
            <>
              {typeof tile === 'number' && <TileBar sampled={sampled} tile={tile} onChange={change} />}
              <Wall
                sampled={sampled}
                step={step}
                tile={typeof tile === 'number' ? tile : undefined}
                onOpen={(next) => change(samplesTo.tile(next))}
              />
              {(tile !== undefined || sampled.length === 1) && (
                <FilmStrip
                  sampled={sampled}
                  steps={steps}
                  at={position.at}
                  tile={typeof tile === 'number' ? tile : undefined}
                  onStep={position.moveTo}
                />
              )}
            </>
          )}
          <PinStrip runs={shown} onOpen={openPin} />
        </>
      )}
    </section>
  );
}
