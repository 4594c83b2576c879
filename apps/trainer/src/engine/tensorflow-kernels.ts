import * as tf from '@tensorflow/tfjs-core';

/** Puts a kernel of ours in the place of one of the native engine's where that one is slow for what GANs do. */
export function registerTensorflowKernels(): void {
  const stock = tf.getKernel(tf.Conv2DBackpropInput, 'tensorflow');
  tf.unregisterKernel(tf.Conv2DBackpropInput, 'tensorflow');
  tf.registerKernel({
    ...stock,
    kernelFunc: (call) => {
      const { dy, filter } = call.inputs as { dy: tf.Tensor4D; filter: tf.Tensor4D };
      return doublesToFewChannels(call) ? tf.tidy(() => doubleByPhases(dy, filter)) : stock.kernelFunc(call);
    },
  });
}

/** A generator's last layer, and the gradient that a penalty takes of a critic's first. */
function doublesToFewChannels({ inputs, attrs }: Parameters<tf.KernelFunc>[0]): boolean {
  const { strides, pad, inputShape } = attrs as unknown as tf.Conv2DBackpropInputAttrs;
  const [filterHeight = 0, filterWidth = 0, channels = 0] = inputs.filter?.shape ?? [];
  const [, height = 0, width = 0] = inputs.dy?.shape ?? [];
  const doubles = pad === 'same' && (Array.isArray(strides) ? strides : [strides]).every((stride) => stride === 2);
  const isEven = inputShape[1] === 2 * height && inputShape[2] === 2 * width;
  return doubles && isEven && channels <= 4 && filterHeight === filterWidth && filterHeight >= 3 && filterHeight <= 5;
}

/**
 * The adjoint of a convolution of stride 2: dy [batch, h, w, out], filter [k, k, in, out] → [batch, 2h, 2w, in]. TensorFlow's
 * kernel leaves the processor's vectors nearly empty when `in` is 1. Here each of the four positions that a pixel of dy
 * grows into is a convolution of dy with every second row and column of the filter, 3 × 3 with zeros where there is none;
 * the four are channels of one convolution (sub-pixel convolution, 1609.05158): less than half the time.
 */
function doubleByPhases(dy: tf.Tensor4D, filter: tf.Tensor4D): tf.Tensor4D {
  const [size, , channels, errors] = filter.shape;
  const before = Math.floor((size - 2) / 2); // `same` pads less in front
  // Row y of the result takes row 2d + (y mod 2) + before of the filter for the pixel of dy that is d above, d = −1, 0, 1.
  const margin: [number, number] = [2 - before, before + 4 - size];
  const padded = tf.pad(filter, [margin, margin, [0, 0], [0, 0]]);
  const taps = tf.reverse(tf.reshape(padded, [3, 2, 3, 2, channels * errors]), [0, 2]);
  const byPhase = tf.transpose(tf.reshape(taps, [3, 2, 3, 2, channels, errors]), [0, 2, 5, 1, 3, 4]);
  const phases = tf.reshape<tf.Rank.R4>(byPhase, [3, 3, errors, 4 * channels]);
  return tf.depthToSpace(tf.conv2d(dy, phases, 1, 'same'), 2);
}
