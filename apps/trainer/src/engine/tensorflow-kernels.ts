import * as tf from '@tensorflow/tfjs-core';

/** Puts a kernel of ours in the place of one of the native engine's where that one is slow for what GANs do. */
export function registerTensorflowKernels(): void {
  const stock = tf.getKernel(tf.Conv2DBackpropInput, 'tensorflow');
  tf.unregisterKernel(tf.Conv2DBackpropInput, 'tensorflow');
  tf.registerKernel({
    ...stock,
    kernelFunc: (call) => {
      const { dy, filter } = call.inputs as { dy: tf.Tensor4D; filter: tf.Tensor4D };
      const plan = planPhases(call);
      return plan ? tf.tidy(() => applyAdjoint(dy, filter, plan)) : stock.kernelFunc(call);
    },
  });
}

interface Phases {
  stride: number;
  /** The result is made in squares of this side. */
  side: number;
}

/** For few channels: a generator's last layer, and the gradient that a penalty takes of a critic's first. */
function planPhases({ inputs, attrs }: Parameters<tf.KernelFunc>[0]): Phases | undefined {
  const { strides, pad, inputShape } = attrs as unknown as tf.Conv2DBackpropInputAttrs;
  const [filterHeight = 0, filterWidth = 0, channels = 0] = inputs.filter?.shape ?? [];
  const [, height = 0, width = 0] = inputs.dy?.shape ?? [];
  const [stride, other] = Array.isArray(strides) ? strides : [strides, strides];
  const isSquare = stride === other && filterHeight === filterWidth && filterHeight >= 3;
  const isSame = pad === 'same' && inputShape[1] === stride * height && inputShape[2] === stride * width;
  if (channels > 4 || stride > 2 || !isSquare || !isSame) return undefined;
  const fits = (side: number) => inputShape[1] % side === 0 && inputShape[2] % side === 0;
  const side = channels === 1 && fits(4) ? 4 : 2;
  return fits(side) ? { stride, side } : undefined;
}

/**
 * The adjoint of a convolution: dy [batch, h, w, out], filter [k, k, in, out] → [batch, stride · h, stride · w, in].
 * TensorFlow's kernel leaves the processor's vectors nearly empty when `in` is 1. Here the places of a square of the
 * result are channels of one convolution (sub-pixel convolution, 1609.05158), whose filters hold the taps that each
 * place takes, and zeros: a half to a quarter of the time.
 */
function applyAdjoint(dy: tf.Tensor4D, filter: tf.Tensor4D, { stride, side }: Phases): tf.Tensor4D {
  const [size, , channels, errors] = filter.shape;
  const block = side / stride; // pixels of dy under a square, in each direction
  const padding = Math.floor((size - stride) / 2); // `same` pads less in front
  const margin = Math.ceil(Math.max((size - 1 - padding) / stride, (side - 1 + padding) / stride - block + 1, 0));
  const reach = block + 2 * margin;
  // Place p of a square takes tap p + padding − stride · e for the pixel e of dy, counted from the square's first.
  const taps = Array.from({ length: reach * side }, (_, i) => {
    const tap = (i % side) + padding - stride * (Math.floor(i / side) - margin);
    return tap >= 0 && tap < size ? tap : size; // behind the last tap stand zeros
  });
  const places = tf.tensor1d(taps, 'int32');
  const none: [number, number] = [0, 0];
  const padded = tf.pad(filter, [[0, 1], [0, 1], none, none]);
  const gathered = tf.gather(tf.gather(padded, places, 0), places, 1);
  const ordered = tf.transpose(tf.reshape(gathered, [reach, side, reach, side, channels, errors]), [0, 2, 5, 1, 3, 4]);
  const phases = tf.reshape<tf.Rank.R4>(ordered, [reach, reach, errors, side * side * channels]);
  return tf.depthToSpace(tf.conv2d(dy, phases, block, 'same'), side);
}
