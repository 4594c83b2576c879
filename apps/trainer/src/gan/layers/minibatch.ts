import * as tf from '@tensorflow/tfjs-core';
import { kernel } from './dense.ts';
import { type CreateLayer, of } from './layer.ts';

/**
 * Minibatch discrimination (1606.03498 §3.2): M = x · kernel [in, kernels, kernelDim], and beside x, for each sample i
 * and kernel n, Σⱼ exp(−‖Mᵢₙ − Mⱼₙ‖₁) over the whole batch, j = i included.
 */
export const minibatchDiscrimination: CreateLayer<'minibatchDiscrimination'> = (
  { kernels, kernelDim },
  [inputs = 0],
) => ({
  weights: [kernel([inputs, kernels, kernelDim], inputs, kernels * kernelDim)],
  outputShape: [inputs + kernels],
  apply: (x, w) => {
    const flat = tf.reshape(of(w, 'kernel'), [inputs, kernels * kernelDim]) as tf.Tensor2D;
    const m = tf.matMul(x as tf.Tensor2D, flat);
    const here = tf.reshape(m, [-1, 1, kernels, kernelDim]);
    const there = tf.reshape(m, [1, -1, kernels, kernelDim]);
    const closeness = tf.exp(tf.neg(tf.sum(tf.abs(tf.sub(here, there)), 3)));
    return tf.concat([x, tf.sum(closeness, 1)], 1);
  },
});

/**
 * Minibatch standard deviation (1710.10196 §3): one more channel, or coordinate, that holds the deviation over the
 * batch, averaged over all places.
 */
export const minibatchStddev: CreateLayer<'minibatchStddev'> = (_, inputShape) => ({
  weights: [],
  outputShape: [...inputShape.slice(0, -1), (inputShape.at(-1) as number) + 1],
  apply: (x) => {
    const centred = tf.sub(x, tf.mean(x, 0, true));
    const deviation = tf.mean(tf.sqrt(tf.add(tf.mean(tf.square(centred), 0), 1e-8)));
    const places = [...x.shape.slice(0, -1), 1];
    return tf.concat([x, tf.mul(tf.ones(places), deviation)], x.rank - 1);
  },
});
