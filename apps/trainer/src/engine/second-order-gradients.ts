/**
 * Gradients of gradients. TensorFlow.js saves an op's *output* for its gradient as a clone that an outer tape takes for
 * a constant, so second derivatives through tanh, sigmoid, exp … are silently wrong, and comparisons, which have no
 * gradient at all, make others throw (tensorflow/tfjs#3252). Registered here once for every engine, in terms of inputs.
 */
import * as tf from '@tensorflow/tfjs-core';

type Gradient = (dy: tf.Tensor, x: tf.Tensor) => tf.Tensor;

const recomputed: Record<string, Gradient> = {
  [tf.Tanh]: (dy, x) => tf.mul(dy, tf.sub(1, tf.square(tf.tanh(x)))),
  [tf.Sigmoid]: (dy, x) => {
    const y = tf.sigmoid(x);
    return tf.mul(dy, tf.mul(y, tf.sub(1, y)));
  },
  [tf.Exp]: (dy, x) => tf.mul(dy, tf.exp(x)),
};

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
  for (const [kernelName, gradient] of Object.entries(recomputed)) {
    replaceGradient({
      kernelName,
      inputsToSave: ['x'],
      gradFunc: (dy, [x]) => ({ x: () => gradient(dy as tf.Tensor, x as tf.Tensor) }),
    });
  }
  for (const [kernelName, inputs] of Object.entries(truths)) {
    replaceGradient({
      kernelName,
      inputsToSave: inputs,
      // Zeros in float32: in the output's own type, bool, the tape could not add them up.
      gradFunc: (_, saved) =>
        Object.fromEntries(inputs.map((name, i) => [name, () => tf.zeros((saved[i] as tf.Tensor).shape, 'float32')])),
    });
  }
}

/** Unregisters first, since overriding prints a warning. */
export function replaceGradient(config: tf.GradConfig): void {
  if (tf.getGradient(config.kernelName)) tf.unregisterGradient(config.kernelName);
  tf.registerGradient(config);
}
