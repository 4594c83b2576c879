import { coverageSamples, randomStream } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import { compile } from '../engine/compile.ts';
import { pack } from './packing.ts';
import type { Parts } from './parts.ts';

const inference = { training: false };
/** Always the same draw of a stream. */
const first = () => 0;
const own = (draw: number) => draw;

/** What is looked at between updates; it changes nothing in the networks. */
export function createSampling({ config, mistakes, classes, pair, generator, critic, average, drawFrom }: Parts) {
  const grid = gridOf(pair.critic.inputShape, classes);
  /** Pixels in [-1, 1] for drawing, whatever the networks work with. */
  const toSigned = (x: tf.Tensor) => (pair.pixelRange === 'unit' ? tf.sub(tf.mul(x, 2), 1) : x);

  const score = (x: tf.Tensor) => critic.forward(pack(x, config.packing), inference).output;
  const scoreBoth = compile((fresh, heldOut: tf.Tensor) => {
    const count = heldOut.shape[0] as number;
    const draws = drawFrom(fresh);
    const z = draws.noise(randomStream.heldOutNoise, first, count, draws.labels(first, count));
    return { real: score(heldOut), fake: score(generator.forward(z, inference).output) };
  });

  const scorePlane = compile((_fresh, points: tf.Tensor, arrows: tf.Tensor) => {
    // A pack of the same point m times.
    const scoreOf = (x: tf.Tensor) => critic.forward(tf.tile(x, [1, config.packing]), inference).output;
    return { scores: scoreOf(points), gradients: tf.grad((x: tf.Tensor) => tf.sum(scoreOf(x)))(arrows) };
  });

  const drawChunk = compile((fresh, like: tf.Tensor) => {
    const count = like.shape[0] as number;
    const draws = drawFrom(fresh);
    const z = draws.noise(randomStream.heldOutNoise, own, count, draws.labels(own, count));
    return { samples: toSigned(average.forward(z, inference).output) };
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
    /** The critic's scores [count / packing, 1] of held-out samples and of as many generated ones. */
    score: (heldOut: tf.Tensor): { real: tf.Tensor; fake: tf.Tensor } => scoreBoth(0, heldOut),
    /** Of a critic over the plane: its scores [points, 1], and its gradients [arrows, 2]. Packs hold one point only. */
    scorePlane: (points: tf.Tensor, arrows: tf.Tensor): { scores: tf.Tensor; gradients: tf.Tensor } =>
      scorePlane(0, points, arrows),
    /** How many samples a grid has, and how many stand in a row. */
    grid,
    /**
     * Samples [grid.count, …shape] of the run's fixed noise, so that grids compare across steps; pixels in [-1, 1]. The
     * rows of a conditional system are its classes, a column's noise the same in all rows.
     */
    sample: (step: number): tf.Tensor => drawGrid(step).samples,
    /** Other samples than the grid's, always of the same noises: draw number `draw`, [count, …shape], pixels in [-1, 1]. */
    generate: (count: number, draw = 0): tf.Tensor => tf.tidy(() => drawChunk(draw, tf.zeros([count])).samples),
  };
}

/** Enough points to count modes by (1712.04086 §4.1), 8 × 8 images, or 8 of each class. */
const gridOf = (criticInput: readonly number[], classes: number) =>
  criticInput.length === 1 ? { count: coverageSamples, columns: 1 } : { count: 8 * (classes || 8), columns: 8 };
