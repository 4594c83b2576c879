import * as tf from '@tensorflow/tfjs-core';
import { type CreateLayer, of, type WeightPlan } from './layer.ts';

/** Over all axes but the last; variance biased; in inference mode by the moving statistics (1502.03167 alg. 1, 2). */
export const batchNorm: CreateLayer<'batchNorm'> = ({ momentum = 0.9, epsilon = 1e-5 }, inputShape) => {
  const channels = [inputShape.at(-1) as number];
  return {
    weights: [
      ...scaleAndShift(channels),
      { name: 'movingMean', shape: channels, trainable: false, start: { value: 0 } },
      { name: 'movingVariance', shape: channels, trainable: false, start: { value: 1 } },
    ],
    outputShape: inputShape,
    apply: (x, w, { training, isFrozen }) => {
      const axes = x.shape.map((_, axis) => axis).slice(0, -1);
      const mean = training ? tf.mean(x, axes) : of(w, 'movingMean');
      const centred = tf.sub(x, mean);
      const variance = training ? tf.mean(tf.square(centred), axes) : of(w, 'movingVariance');
      if (training && !isFrozen) {
        moveTowards(of(w, 'movingMean'), mean, momentum);
        moveTowards(of(w, 'movingVariance'), variance, momentum);
      }
      const scale = tf.mul(of(w, 'gamma'), tf.rsqrt(tf.add(variance, epsilon)));
      return tf.add(tf.mul(centred, scale), of(w, 'beta'));
    },
  };
};

/** Over the last axis of each sample, variance biased (1607.06450 eq. 4). It does not mix samples. */
export const layerNorm: CreateLayer<'layerNorm'> = ({ epsilon = 1e-5 }, inputShape) => ({
  weights: scaleAndShift([inputShape.at(-1) as number]),
  outputShape: inputShape,
  apply: (x, w) => {
    const centred = tf.sub(x, tf.mean(x, -1, true));
    const deviation = tf.sqrt(tf.add(tf.mean(tf.square(centred), -1, true), epsilon));
    return tf.add(tf.mul(tf.div(centred, deviation), of(w, 'gamma')), of(w, 'beta'));
  },
});

const scaleAndShift = (channels: number[]): WeightPlan[] => [
  { name: 'gamma', shape: channels, trainable: true, start: { value: 1 } },
  { name: 'beta', shape: channels, trainable: true, start: { value: 0 } },
];

function moveTowards(moving: tf.Variable, value: tf.Tensor, momentum: number): void {
  moving.assign(tf.tidy(() => tf.add(tf.mul(moving, momentum), tf.mul(value, 1 - momentum))));
}
