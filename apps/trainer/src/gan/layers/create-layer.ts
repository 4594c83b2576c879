import * as tf from '@tensorflow/tfjs-core';
import { conv2d, conv2dTranspose, upSampling2d } from './convolution.ts';
import { dense, maxout } from './dense.ts';
import type { CreateLayer, Layer, LayerSpec } from './layer.ts';
import { minibatchDiscrimination, minibatchStddev } from './minibatch.ts';
import { batchNorm, layerNorm } from './normalisation.ts';

type Type = LayerSpec['type'];

/** A function of each number by itself. */
const elementwise =
  <T extends Type>(op: (x: tf.Tensor, spec: Extract<LayerSpec, { type: T }>) => tf.Tensor): CreateLayer<T> =>
  (spec, inputShape) => ({ weights: [], outputShape: inputShape, apply: (x) => op(x, spec) });

const reshapeTo = (outputShape: number[]): Layer => ({
  weights: [],
  outputShape,
  apply: (x) => tf.reshape(x, [x.shape[0] as number, ...outputShape]),
});

/** Zeros for a share of the numbers, the others made larger so that their sum is kept (1207.0580). */
const dropout: CreateLayer<'dropout'> = ({ rate }, inputShape) => ({
  weights: [],
  outputShape: inputShape,
  apply: (x, _, { training, uniforms }) => {
    if (!training || !uniforms || rate === 0) return x;
    const isKept = tf.cast(tf.greaterEqual(tf.reshape(uniforms(x.size), x.shape), rate), 'float32');
    return tf.mul(x, tf.mul(isKept, 1 / (1 - rate)));
  },
});

const kinds: { [T in Type]: CreateLayer<T> } = {
  dense,
  maxout,
  conv2d,
  conv2dTranspose,
  upSampling2d,
  batchNorm,
  layerNorm,
  minibatchDiscrimination,
  minibatchStddev,
  dropout,
  relu: elementwise(tf.relu),
  tanh: elementwise(tf.tanh),
  sigmoid: elementwise(tf.sigmoid),
  softplus: elementwise(tf.softplus),
  swish: elementwise((x) => tf.mul(x, tf.sigmoid(x))),
  leakyRelu: elementwise((x, { alpha }) => tf.leakyRelu(x, alpha)),
  // Below 0 only, so that the exponential never overflows where it is not used.
  elu: elementwise((x, { alpha }) => tf.add(tf.relu(x), tf.mul(alpha, tf.sub(tf.exp(tf.neg(tf.relu(tf.neg(x)))), 1)))),
  reshape: ({ targetShape }) => reshapeTo(targetShape),
  flatten: (_, inputShape) => reshapeTo([inputShape.reduce((a, b) => a * b, 1)]),
};

export const layerTypes = Object.keys(kinds) as Type[];

export const createLayer = (spec: LayerSpec, inputShape: number[]): Layer =>
  (kinds[spec.type] as CreateLayer<Type>)(spec, inputShape);
