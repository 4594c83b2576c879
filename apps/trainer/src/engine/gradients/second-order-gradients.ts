/**
 * Gradients of gradients. TensorFlow.js saves an op's *output* for its gradient as a clone that an outer tape takes for
 * a constant, so second derivatives through tanh, sigmoid, exp … are silently wrong, and gradients that use kernels
 * without one (comparisons, the pools' and resizers' own) make others throw (tensorflow/tfjs#3252). Registered here once
 * for every engine, in terms of inputs. certified-ops.ts lists what may stand in a gradient penalty.
 */
import * as tf from '@tensorflow/tfjs-core';
import { registerImageGradients } from './image-gradients.ts';
import { type Gradient, replaceGradient, replacePair, replaceUnary } from './replace-gradient.ts';

const seluScale = 1.0507009873554805; // Self-normalizing networks, 1706.02515 eq. 2
const seluAlpha = 1.6732632423543772;

const step = (x: tf.Tensor) => tf.step(x);
const softmaxGradient: Gradient = (dy, x) => {
  const weighted = tf.mul(dy, tf.softmax(x));
  return tf.sub(weighted, tf.mul(tf.sum(weighted, -1, true), tf.softmax(x)));
};

const recomputed: Record<string, Gradient> = {
  [tf.Tanh]: (dy, x) => tf.mul(dy, tf.sub(1, tf.square(tf.tanh(x)))),
  [tf.Sigmoid]: (dy, x) => {
    const y = tf.sigmoid(x);
    return tf.mul(dy, tf.mul(y, tf.sub(1, y)));
  },
  [tf.Exp]: (dy, x) => tf.mul(dy, tf.exp(x)),
  [tf.Elu]: (dy, x) => tf.mul(dy, slopeOfExponential(x, 1)),
  [tf.Selu]: (dy, x) => tf.mul(tf.mul(dy, seluScale), slopeOfExponential(x, seluAlpha)),
  [tf.Relu6]: (dy, x) => tf.mul(dy, tf.mul(step(x), step(tf.sub(6, x)))),
  [tf.ClipByValue]: (dy, x, { clipValueMin, clipValueMax }) =>
    tf.mul(dy, tf.mul(step(tf.sub(x, clipValueMin as number)), step(tf.sub(clipValueMax as number, x)))),
};

/** 1 above zero, α·eˣ below. Clipped before the exponential, whose overflow times 0 would be NaN. */
const slopeOfExponential = (x: tf.Tensor, alpha: number) =>
  tf.add(step(x), tf.mul(tf.sub(alpha, tf.mul(alpha, step(x))), tf.exp(tf.neg(tf.relu(tf.neg(x))))));

const pairs: Record<string, Parameters<typeof replacePair>[1]> = {
  [tf.Maximum]: [(dy, a, b) => keepWhere(tf.greaterEqual(a, b), dy), (dy, a, b) => keepWhere(tf.less(a, b), dy)],
  [tf.Minimum]: [(dy, a, b) => keepWhere(tf.lessEqual(a, b), dy), (dy, a, b) => keepWhere(tf.greater(a, b), dy)],
  [tf.Pow]: [
    (dy, a, b) => tf.mul(dy, tf.mul(tf.cast(b, 'float32'), tf.pow(a, tf.sub(tf.cast(b, 'float32'), 1)))),
    (dy, a, b) => tf.mul(dy, tf.mul(tf.pow(a, b), logOf(a))),
  ],
  [tf.SquaredDifference]: [
    (dy, a, b) => tf.mul(dy, tf.mul(2, tf.sub(a, b))),
    (dy, a, b) => tf.mul(dy, tf.mul(2, tf.sub(b, a))),
  ],
};

/** Of a power aᵇ: where a ≤ 0 the logarithm would be none, and b is then a constant. */
const logOf = (a: tf.Tensor) => tf.log(tf.where(tf.greater(a, 0), a, tf.onesLike(a)));

const keepWhere = (condition: tf.Tensor, dy: tf.Tensor) => tf.mul(dy, tf.cast(condition, 'float32'));

/** Their output is a truth value, flat in every input. */
const truths: Record<string, string[]> = {
  ...Object.fromEntries(
    [tf.Greater, tf.GreaterEqual, tf.Less, tf.LessEqual, tf.Equal, tf.NotEqual, tf.LogicalAnd, tf.LogicalOr].map(
      (name) => [name, ['a', 'b']],
    ),
  ),
  [tf.LogicalNot]: ['x'],
};

export function registerSecondOrderGradients(): void {
  for (const [kernelName, gradient] of Object.entries(recomputed)) replaceUnary(kernelName, 'x', gradient);
  replaceUnary(tf.Softmax, 'logits', softmaxGradient);
  for (const [kernelName, gradients] of Object.entries(pairs)) replacePair(kernelName, gradients);
  for (const [kernelName, inputs] of Object.entries(truths)) {
    replaceGradient({
      kernelName,
      inputsToSave: inputs,
      // Zeros in float32: in the output's own type, bool, the tape could not add them up.
      gradFunc: (_, saved) =>
        Object.fromEntries(inputs.map((name, i) => [name, () => tf.zeros((saved[i] as tf.Tensor).shape, 'float32')])),
    });
  }
  registerImageGradients();
  refuseBatchedGather();
}

/** With batch axes the forward kernel of wasm is wrong, and nothing would say so. */
function refuseBatchedGather(): void {
  const config = tf.getGradient(tf.GatherV2);
  replaceGradient({
    ...config,
    gradFunc: (dy, saved, attrs) => {
      if (attrs.batchDims) throw new Error('the gradient of gather with batchDims is not certified');
      return config.gradFunc(dy, saved, attrs);
    },
  });
}
