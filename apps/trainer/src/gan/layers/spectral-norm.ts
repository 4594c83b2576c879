import * as tf from '@tensorflow/tfjs-core';
import { asConstant } from './constant.ts';
import { type LayerWeights, type Mode, of, type WeightPlan } from './layer.ts';

/** The left singular vector that power iteration has found so far; saved, so that a resumed run goes on with it. */
export const spectralWeights = (units: number, isUsed: boolean): WeightPlan[] =>
  isUsed ? [{ name: 'direction', shape: [units], trainable: false, start: { value: 1 / Math.sqrt(units) } }] : [];

/**
 * The kernel divided by its largest singular value σ (1802.05957 §2.1, alg. 1), as a matrix [all but the last axis,
 * out]; one power iteration each time it is applied in training mode. The vectors count as constants in the gradient.
 */
export function normaliseSpectrum(weights: LayerWeights, { training, isFrozen }: Mode): tf.Tensor {
  const kernel = of(weights, 'kernel');
  const direction = weights.direction;
  if (!direction) return kernel;
  const units = kernel.shape.at(-1) as number;
  const matrix = tf.reshape(kernel, [-1, units]) as tf.Tensor2D;
  const [left, right] = iterate(tf.reshape(asConstant(kernel), [-1, units]) as tf.Tensor2D, direction);
  if (training && !isFrozen) direction.assign(tf.reshape(right, [units]));
  const sigma = tf.sum(tf.mul(left, tf.matMul(matrix, right)));
  return tf.div(kernel, sigma);
}

/** Unit vectors u [rows, 1] and v [units, 1] with σ ≈ uᵀ · matrix · v. */
function iterate(matrix: tf.Tensor2D, direction: tf.Variable): [tf.Tensor2D, tf.Tensor2D] {
  const unit = (x: tf.Tensor) => tf.div(x, tf.sqrt(tf.add(tf.sum(tf.square(x)), 1e-12))) as tf.Tensor2D;
  const left = unit(tf.matMul(matrix, tf.reshape(asConstant(direction), [-1, 1]) as tf.Tensor2D));
  return [left, unit(tf.matMul(matrix, left, true))];
}
