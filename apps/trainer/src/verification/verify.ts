import type { Comparison } from './compare.ts';
import { verifyOneStep } from './one-step.ts';
import type { ReferenceCase } from './reference-case.ts';
import { verifyTrajectory } from './trajectory.ts';

/** Runs a case on the engine in use; it passes when no comparison takes more than its allowed share. */
export const verifyCase = (reference: ReferenceCase): Promise<Comparison[]> =>
  reference.kind === 'one-step' ? verifyOneStep(reference) : verifyTrajectory(reference);

export const hasPassed = (comparisons: Comparison[]): boolean =>
  comparisons.length > 0 && comparisons.every(({ share }) => share <= 1);
