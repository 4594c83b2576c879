import type { Mistake } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import type { CriticStep } from './losses-of-step.ts';
import { minimise } from './minimise.ts';
import type { Optimiser } from './optimisers/optimiser.ts';
import { clampedProbabilities } from './systems/losses.ts';
import type { AdversarialLoss, System } from './systems/system.ts';

/** The system as a seed document has it. What each mistake is, the domain says. */
export function asPrintedSystem(system: System, mistakes: ReadonlySet<Mistake>): System {
  const loss = mistakes.has('clamped-probabilities') ? clampedProbabilities : system.loss;
  return { ...system, loss: mistakes.has('halved-losses') ? halve(loss) : loss };
}

const halve = ({ real, fake, generator }: AdversarialLoss): AdversarialLoss => ({
  real: (f) => tf.mul(0.5, real(f)),
  fake: (f) => tf.mul(0.5, fake(f)),
  generator,
});

/** One critic update for the real half of the loss, then one for the generated half. */
export function updateSeparately(
  compute: () => CriticStep['losses'],
  weights: tf.Variable[],
  optimiser: Optimiser,
  factors: { real: tf.Tensor1D; fake: tf.Tensor1D },
): void {
  // Each half alone was printed in full; only what is shown is their mean.
  minimise(() => tf.mul(2, compute().realLoss as tf.Scalar), weights, optimiser, factors.real);
  minimise(() => tf.mul(2, compute().fakeLoss as tf.Scalar), weights, optimiser, factors.fake);
}

/** How many updates one optimiser for both networks has counted at an update of either, from 1. */
export const sharedCounts = (criticUpdatesPerStep: number) => ({
  critic: (own: number) => own + Math.floor((own - 1) / criticUpdatesPerStep),
  generator: (own: number) => own * (criticUpdatesPerStep + 1),
});
