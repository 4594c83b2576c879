'use client';

import { formatStep } from '#charts/axis.ts';
import { Figures } from './figures.tsx';
import { PlainButton } from './plain-button.tsx';
import { useAddress } from './use-address.ts';
import { useZoom } from './use-zoom.ts';
import classes from './zoom-note.module.css';

/** Why not all steps are offered, and how they are again. */
export function ZoomNote() {
  const { change } = useAddress();
  const zoom = useZoom();
  if (!zoom) return null;
  return (
    <p className={classes.note}>
      Steps <Figures>{formatStep(Math.ceil(zoom.low))}</Figures> to{' '}
      <Figures>{formatStep(Math.floor(zoom.high))}</Figures>, as the curves are zoomed.
      <PlainButton onClick={() => change({ from: undefined, to: undefined })}>All steps</PlainButton>
    </p>
  );
}
