import type { SampleGrid } from '@duality/shared';
import { gridAt } from '#components/steps-of-grids.ts';
import type { SampledRun } from './sampled-run.ts';
import type { Side } from './samples-address.ts';

/** One of two pictures as it is found. */
export interface PairPicture {
  sampled: SampledRun;
  grid: SampleGrid | undefined;
  /** Held at a step of its own; otherwise it goes with the slider. */
  isHeld: boolean;
}

/** The picture that a side asks for at the slider's step; of the first run where its own is not shown. */
export function pictureOf(side: Side, sampled: readonly SampledRun[], step: number): PairPicture | undefined {
  const found = sampled.find(({ run }) => run.id === side.runId) ?? sampled[0];
  return found && { sampled: found, grid: gridAt(found.grids, side.step ?? step), isHeld: side.step !== undefined };
}

/** Why two pictures cannot be laid over each other; undefined where they can. */
export function findMismatch(
  left: { width: number; height: number },
  right: { width: number; height: number },
): string | undefined {
  if (left.width === right.width && left.height === right.height) return undefined;
  return `The pictures differ in size: ${left.width} × ${left.height} and ${right.width} × ${right.height} pixels.`;
}
