import { formatStep } from '#charts/axis.ts';

/** A grid or one of its tiles at a step, in words. */
export const namePicture = ({ step, tile }: { step: number; tile?: number | null | undefined }) =>
  `${tile == null ? 'Step' : `Tile ${tile} at step`} ${formatStep(step)}`;
