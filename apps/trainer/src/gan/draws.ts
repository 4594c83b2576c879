import { normals, type RandomStream, type RunConfig, randomStream, uniforms } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import type { Fresh } from '../engine/compile.ts';
import { oneHot } from './one-hot.ts';

/** Which draw of its stream an update makes. */
type Counter = (update: number) => number;

/** All that is random in a run's updates: each a function of the config's seed, what it is for, and a number. */
export function createDraws(
  { seed, latentSize, latentDistribution }: RunConfig,
  { sampleShape, classes }: { sampleShape: readonly number[]; classes: number },
) {
  const uniform = (stream: RandomStream, counter: number, size: number) => uniforms({ seed, stream, counter }, size);
  const draw = (stream: RandomStream, counter: number, count: number): Float32Array =>
    latentDistribution === 'normal'
      ? normals({ seed, stream, counter }, count * latentSize)
      : uniform(stream, counter, count * latentSize).map((u) => 2 * u - 1);
  const drawLabels = (counter: number, count: number) =>
    Int32Array.from(uniform(randomStream.fakeLabels, counter, count), (u) => Math.floor(u * classes));
  /** A sample's class stands behind its noise, as 0s and a 1. */
  const withClasses = (noise: tf.Tensor, labels: tf.Tensor1D) => tf.concat([noise, oneHot(labels, classes)], 1);
  return (fresh: Fresh) => ({
    /** [count, latentSize], or [count, latentSize + classes] with class numbers. */
    noise: (stream: RandomStream, counter: Counter, count: number, labels?: tf.Tensor1D): tf.Tensor => {
      const noise = tf.reshape(
        fresh((update) => draw(stream, counter(update), count)),
        [count, latentSize],
      );
      return labels ? withClasses(noise, labels) : noise;
    },
    /** The fixed noise of `columns` samples, for every class in turn: [classes · columns, latentSize + classes]. */
    noiseOfClasses: (columns: number): tf.Tensor => {
      const row = tf.tensor2d(draw(randomStream.fixedNoise, 0, columns), [columns, latentSize]);
      const labels = Int32Array.from({ length: classes * columns }, (_, i) => Math.floor(i / columns));
      return withClasses(tf.tile(row, [classes, 1]), tf.tensor1d(labels, 'int32'));
    },
    /** One class a sample, for a conditional system. */
    labels: (counter: Counter, count: number) =>
      classes > 0 ? fresh((update) => drawLabels(counter(update), count)) : undefined,
    /** [count, 1, …], uniform in [0, 1), one a sample. */
    mixing: (counter: Counter, count: number): tf.Tensor =>
      tf.reshape(
        fresh((update) => uniform(randomStream.mixing, counter(update), count)),
        [count, ...sampleShape.map(() => 1)],
      ),
    /** Uniform in [0, 1), one a number. */
    perturbation: (counter: Counter, shape: number[]): tf.Tensor => {
      const size = shape.reduce((a, b) => a * b, 1);
      return tf.reshape(
        fresh((update) => uniform(randomStream.perturbation, counter(update), size)),
        shape,
      );
    },
    /** For the dropout masks of one update, each call others. */
    dropout: (counter: Counter) => {
      let calls = 0;
      return (length: number) => {
        const call = calls++;
        return fresh((update) => uniform(randomStream.dropout, counter(update) * 256 + call, length));
      };
    },
  });
}
