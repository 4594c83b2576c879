import { formatStep } from '#charts/axis.ts';
import type { PairPicture } from './pair-picture.ts';

/** What each way of comparing draws. */
export interface PairDrawing {
  left: PairPicture;
  right: PairPicture;
  tile: number | undefined;
  /** Of the pictures, in CSS pixels. */
  width: number;
}

export const namePair = ({ sampled, grid }: PairPicture): string =>
  `${sampled.run.name}, step ${formatStep(grid?.step ?? 0)}`;
