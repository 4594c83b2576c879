import { coverageSamples, randomStream } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import { compile, freshAt } from '../engine/compile.ts';
import type { Losses } from './losses-of-step.ts';
import { pack } from './packing.ts';
import { keepAll, type Parts } from './parts.ts';

const inference = { training: false };
/** Always the same draw of a stream. */
const first = () => 0;

/** What is looked at between updates; it changes nothing in the networks. */
export function createSampling({ config, mistakes, classes, pair, generator, critic, average, drawFrom }: Parts) {
  const grid = gridOf(pair.critic.inputShape, classes);
  /** Pixels in [-1, 1] for drawing, whatever the networks work with. */
  const toSigned = (x: tf.Tensor) => (pair.pixelRange === 'unit' ? tf.sub(tf.mul(x, 2), 1) : x);

  const estimate = compile((fresh, heldOut: tf.Tensor): Losses => {
    const count = heldOut.shape[0] as number;
    const draws = drawFrom(fresh);
    const z = draws.noise(randomStream.heldOutNoise, first, count, draws.labels(first, count));
    const score = (x: tf.Tensor) => tf.mean(critic.forward(pack(x, config.packing), inference).output);
    const fake = generator.forward(z, inference).output;
    return keepAll({ 'eval.criticEstimate': tf.sub(score(heldOut), score(fake)) });
  });

  const drawGrid = compile((fresh) => {
    const draws = drawFrom(fresh);
    if (mistakes.has('fresh-grids')) {
      const z = draws.noise(randomStream.fixedNoise, (step) => step, grid.count);
      return { samples: toSigned(generator.forward(z, { training: true, isFrozen: true }).output) };
    }
    const z =
      classes > 0 ? draws.noiseOfClasses(grid.columns) : draws.noise(randomStream.fixedNoise, first, grid.count);
    return { samples: toSigned(average.forward(z, inference).output) };
  });

  return {
    /** The critic estimate on held-out samples, with as many generated ones. */
    evaluate: (heldOut: tf.Tensor): Losses => estimate(0, heldOut),
    /** How many samples a grid has, and how many stand in a row. */
    grid,
    /**
     * Samples [grid.count, …shape] of the run's fixed noise, so that grids compare across steps; pixels in [-1, 1]. The
     * rows of a conditional system are its classes, a column's noise the same in all rows.
     */
    sample: (step: number): tf.Tensor => drawGrid(step).samples,
    /** Other samples than the grid's, always the same `count` noises, as the networks make them: [count, …shape]. */
    generate: (count: number): tf.Tensor =>
      tf.tidy(() => {
        const draws = drawFrom(freshAt(0));
        const z = draws.noise(randomStream.heldOutNoise, first, count, draws.labels(first, count));
        return average.forward(z, inference).output;
      }),
  };
}

/** Enough points to count modes by (1712.04086 §4.1), 8 × 8 images, or 8 of each class. */
const gridOf = (criticInput: readonly number[], classes: number) =>
  criticInput.length === 1 ? { count: coverageSamples, columns: 1 } : { count: 8 * (classes || 8), columns: 8 };
