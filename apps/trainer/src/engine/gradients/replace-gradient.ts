import * as tf from '@tensorflow/tfjs-core';

/** dy is the incoming gradient, x the op's input. */
export type Gradient = (dy: tf.Tensor, x: tf.Tensor, attrs: tf.NamedAttrMap) => tf.Tensor;

/** Unregisters first, since overriding prints a warning. */
export function replaceGradient(config: tf.GradConfig): void {
  if (tf.getGradient(config.kernelName)) tf.unregisterGradient(config.kernelName);
  tf.registerGradient(config);
}

/** For a kernel with the one input called `input`. */
export function replaceUnary(kernelName: string, input: string, gradient: Gradient): void {
  replaceGradient({
    kernelName,
    inputsToSave: [input],
    gradFunc: (dy, [x], attrs) => ({ [input]: () => gradient(dy as tf.Tensor, x as tf.Tensor, attrs) }),
  });
}

/** For a kernel whose inputs a and b may broadcast; the gradients are those before the sum over stretched axes. */
export function replacePair(
  kernelName: string,
  gradients: ((dy: tf.Tensor, a: tf.Tensor, b: tf.Tensor) => tf.Tensor)[],
): void {
  replaceGradient({
    kernelName,
    inputsToSave: ['a', 'b'],
    gradFunc: (dy, saved) => {
      const [a, b] = saved as [tf.Tensor, tf.Tensor];
      const [forA, forB] = gradients.map(
        (gradient, i) => () => sumTo((saved[i] as tf.Tensor).shape, gradient(dy as tf.Tensor, a, b)),
      );
      return { a: forA as () => tf.Tensor, b: forB as () => tf.Tensor };
    },
  });
}

function sumTo(shape: number[], x: tf.Tensor): tf.Tensor {
  const axes = tf.broadcast_util.getReductionAxes(shape, x.shape);
  return tf.reshape(axes.length > 0 ? tf.sum(x, axes) : x, shape);
}
