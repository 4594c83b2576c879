import * as tf from '@tensorflow/tfjs-core';
import { type CreateLayer, type LayerWeights, of, type WeightPlan } from './layer.ts';
import { normaliseSpectrum, spectralWeights } from './spectral-norm.ts';

/** x · kernel + bias for x [batch, in], kernel [in, out]. */
export const dense: CreateLayer<'dense'> = ({ units, useBias = true, spectralNorm = false }, [inputs = 0]) => ({
  weights: [kernel([inputs, units], inputs, units), ...bias(units, useBias), ...spectralWeights(units, spectralNorm)],
  outputShape: [units],
  apply: (x, w, mode) => addBias(tf.matMul(x as tf.Tensor2D, normaliseSpectrum(w, mode) as tf.Tensor2D), w),
});

/** The largest of `pieces` linear functions a unit (1302.4389 §2): kernel [in, units, pieces]. */
export const maxout: CreateLayer<'maxout'> = ({ units, pieces }, [inputs = 0]) => ({
  weights: [
    kernel([inputs, units, pieces], inputs, units),
    { name: 'bias', shape: [units, pieces], trainable: true, start: { value: 0 } },
  ],
  outputShape: [units],
  apply: (x, w) => {
    const flat = tf.reshape(of(w, 'kernel'), [inputs, units * pieces]) as tf.Tensor2D;
    const all = tf.reshape(tf.matMul(x as tf.Tensor2D, flat), [-1, units, pieces]);
    return tf.max(tf.add(all, of(w, 'bias')), 2);
  },
});

export const kernel = (shape: number[], fanIn: number, fanOut: number): WeightPlan => ({
  name: 'kernel',
  shape,
  trainable: true,
  start: { fanIn, fanOut },
});

export const bias = (units: number, useBias: boolean): WeightPlan[] =>
  useBias ? [{ name: 'bias', shape: [units], trainable: true, start: { value: 0 } }] : [];

export const addBias = (x: tf.Tensor, weights: LayerWeights) => (weights.bias ? tf.add(x, weights.bias) : x);
