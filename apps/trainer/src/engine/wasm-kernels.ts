/**
 * Convolution gradients for the wasm engine, which lacks the filter's and has a slow one for the input: both are one
 * product of its fast matMul with the windows that the convolution sees. So is the gradient of gather, which it lacks too.
 */
import * as tf from '@tensorflow/tfjs-core';
import { addPatches, extractPatches } from './patches.ts';

export function registerWasmKernels(): void {
  replaceKernel(tf.Conv2DBackpropFilter, conv2dBackpropFilter);
  replaceKernel(tf.Conv2DBackpropInput, conv2dBackpropInput);
  replaceKernel(tf.UnsortedSegmentSum, unsortedSegmentSum);
}

function replaceKernel(kernelName: string, kernelFunc: tf.KernelFunc): void {
  if (tf.getKernel(kernelName, 'wasm')) tf.unregisterKernel(kernelName, 'wasm');
  tf.registerKernel({ kernelName, backendName: 'wasm', kernelFunc });
}

/** (dyᵀ · windows of x)ᵀ: [in a window, out]. Transposing the products costs far less than transposing the windows. */
const conv2dBackpropFilter: tf.KernelFunc = ({ inputs, attrs }) =>
  tf.tidy(() => {
    const x = inputs.x as tf.Tensor4D;
    const dy = inputs.dy as tf.Tensor4D;
    const { strides, pad, dimRoundingMode, filterShape } = attrs as unknown as tf.Conv2DBackpropFilterAttrs;
    const info = tf.backend_util.computeConv2DInfo(x.shape, filterShape, strides, 1, pad, dimRoundingMode);
    const windows = tf.tensor2d(extractPatches(x.dataSync() as Float32Array, info), [
      dy.size / info.outChannels,
      sizeOf(info),
    ]);
    const errors = tf.transpose(tf.reshape(dy, [-1, info.outChannels])) as tf.Tensor2D;
    return tf.reshape(tf.transpose(tf.matMul(errors, windows)), filterShape);
  });

/** dy · filterᵀ, added back to where the windows lie. */
const conv2dBackpropInput: tf.KernelFunc = ({ inputs, attrs }) =>
  tf.tidy(() => {
    const dy = inputs.dy as tf.Tensor4D;
    const filter = inputs.filter as tf.Tensor4D;
    const { strides, pad, dimRoundingMode, inputShape } = attrs as unknown as tf.Conv2DBackpropInputAttrs;
    const info = tf.backend_util.computeConv2DInfo(inputShape, filter.shape, strides, 1, pad, dimRoundingMode);
    const transposed = tf.transpose(tf.reshape(filter, [-1, info.outChannels])) as tf.Tensor2D;
    const windows = tf.matMul(tf.reshape(dy, [-1, info.outChannels]) as tf.Tensor2D, transposed);
    return tf.tensor4d(addPatches(windows.dataSync() as Float32Array, info), inputShape);
  });

/** x [n, …] summed into the rows that segmentIds [n] names: oneHotᵀ · x. */
const unsortedSegmentSum: tf.KernelFunc = ({ inputs, attrs }) =>
  tf.tidy(() => {
    const x = inputs.x as tf.Tensor;
    const [length = 0, ...rest] = x.shape;
    const segments = Number(attrs?.numSegments);
    const choice = tf.cast(tf.oneHot(inputs.segmentIds as tf.Tensor, segments), 'float32') as tf.Tensor2D;
    return tf.reshape(tf.matMul(choice, tf.reshape(x, [length, -1]) as tf.Tensor2D, true), [segments, ...rest]);
  });

const sizeOf = (info: tf.backend_util.Conv2DInfo) => info.filterHeight * info.filterWidth * info.inChannels;
