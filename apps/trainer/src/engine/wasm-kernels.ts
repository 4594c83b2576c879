/** Kernels that training needs and the wasm backend lacks or has too slow, written as products of its fast matMul. */
import * as tf from '@tensorflow/tfjs-core';

export function registerWasmKernels(): void {
  replaceKernel(tf.Conv2DBackpropFilter, conv2dBackpropFilter);
}

function replaceKernel(kernelName: string, kernelFunc: tf.KernelFunc): void {
  if (tf.getKernel(kernelName, 'wasm')) tf.unregisterKernel(kernelName, 'wasm');
  tf.registerKernel({ kernelName, backendName: 'wasm', kernelFunc });
}

/** For each place (i, j) of the kernel: the input it saw, [batch·height·width, in]ᵀ · dy [batch·height·width, out]. */
const conv2dBackpropFilter: tf.KernelFunc = ({ inputs, attrs }) =>
  tf.tidy(() => {
    const x = inputs.x as tf.Tensor4D;
    const dy = inputs.dy as tf.Tensor4D;
    const { strides, pad, dimRoundingMode, filterShape } = attrs as unknown as tf.Conv2DBackpropFilterAttrs;
    const {
      padInfo,
      filterHeight,
      filterWidth,
      inChannels,
      outChannels,
      strideHeight,
      strideWidth,
      outHeight,
      outWidth,
    } = tf.backend_util.computeConv2DInfo(x.shape, filterShape, strides, 1, pad, dimRoundingMode);
    const padded = tf.pad(x, [
      [0, 0],
      [padInfo.top, padInfo.bottom + strideHeight],
      [padInfo.left, padInfo.right + strideWidth],
      [0, 0],
    ]);
    const errors = tf.reshape(dy, [-1, outChannels]);
    const parts: tf.Tensor[] = [];
    for (let i = 0; i < filterHeight; i++) {
      for (let j = 0; j < filterWidth; j++) {
        const seen = tf.stridedSlice(
          padded,
          [0, i, j, 0],
          [x.shape[0], i + outHeight * strideHeight, j + outWidth * strideWidth, inChannels],
          [1, strideHeight, strideWidth, 1],
        );
        parts.push(tf.matMul(tf.transpose(tf.reshape(seen, [-1, inChannels])), errors));
      }
    }
    return tf.reshape(tf.concat(parts), filterShape);
  });
