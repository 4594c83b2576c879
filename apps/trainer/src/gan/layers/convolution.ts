import * as tf from '@tensorflow/tfjs-core';
import { addBias, bias, kernel } from './dense.ts';
import type { CreateLayer } from './layer.ts';
import { normaliseSpectrum, spectralWeights } from './spectral-norm.ts';

/** Cross-correlation, NHWC, kernel [kh, kw, in, out], TensorFlow's `same` padding (asymmetric where the stride is 2). */
export const conv2d: CreateLayer<'conv2d'> = (spec, [height = 0, width = 0, channels = 0]) => {
  const { filters, kernelSize: k, strides, padding = 'same', useBias = true, spectralNorm = false } = spec;
  const out = (size: number) => Math.ceil((padding === 'same' ? size : size - k + 1) / strides);
  return {
    weights: [
      kernel([k, k, channels, filters], k * k * channels, k * k * filters),
      ...bias(filters, useBias),
      ...spectralWeights(filters, spectralNorm),
    ],
    outputShape: [out(height), out(width), filters],
    apply: (x, w, mode) =>
      addBias(tf.conv2d(x as tf.Tensor4D, normaliseSpectrum(w, mode) as tf.Tensor4D, strides, padding), w),
  };
};

/** The adjoint of `conv2d`: kernel [kh, kw, out, in]; `same` gives size × strides. */
export const conv2dTranspose: CreateLayer<'conv2dTranspose'> = (spec, [height = 0, width = 0, channels = 0]) => {
  const { filters, kernelSize: k, strides, padding = 'same', useBias = true } = spec;
  const out = (size: number) => (padding === 'same' ? size * strides : (size - 1) * strides + k);
  const outputShape: [number, number, number] = [out(height), out(width), filters];
  return {
    weights: [kernel([k, k, filters, channels], k * k * channels, k * k * filters), ...bias(filters, useBias)],
    outputShape,
    apply: (x, w) => {
      const shape: [number, number, number, number] = [x.shape[0] as number, ...outputShape];
      return addBias(
        tf.conv2dTranspose(x as tf.Tensor4D, w.kernel as tf.Variable<tf.Rank.R4>, shape, strides, padding),
        w,
      );
    },
  };
};

/** Nearest neighbour: every pixel repeated, first in rows, then in columns. */
export const upSampling2d: CreateLayer<'upSampling2d'> = ({ size }, [height = 0, width = 0, channels = 0]) => ({
  weights: [],
  outputShape: [height * size, width * size, channels],
  apply: (x) => {
    const rows = tf.tile(tf.reshape(x, [-1, 1, width * channels]), [1, size, 1]);
    const columns = tf.tile(tf.reshape(rows, [-1, 1, channels]), [1, size, 1]);
    return tf.reshape(columns, [-1, height * size, width * size, channels]);
  },
});
