import { normals, type RandomStream, type RunConfig, randomStream, uniforms } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import { oneHot } from './one-hot.ts';

export type Draws = ReturnType<typeof createDraws>;

/** All that is random in a run's updates: each a function of the config's seed, what it is for, and a number. */
export function createDraws(
  { seed, latentSize, latentDistribution }: RunConfig,
  { sampleShape, classes }: { sampleShape: readonly number[]; classes: number },
) {
  const uniform = (stream: RandomStream, counter: number, size: number) => uniforms({ seed, stream, counter }, size);
  const labels = (counter: number, count: number): Int32Array =>
    Int32Array.from(uniform(randomStream.fakeLabels, counter, count), (u) => Math.floor(u * classes));
  const draw = (stream: RandomStream, counter: number, count: number): Float32Array =>
    latentDistribution === 'normal'
      ? normals({ seed, stream, counter }, count * latentSize)
      : uniform(stream, counter, count * latentSize).map((u) => 2 * u - 1);
  /** A sample's class stands behind its noise, as 0s and a 1. */
  const withClasses = (noise: tf.Tensor2D, classNumbers: Int32Array): tf.Tensor2D =>
    tf.concat2d([noise, oneHot(tf.tensor1d(classNumbers, 'int32'), classes)], 1);
  return {
    /** [count, latentSize], or [count, latentSize + classes] with class numbers. */
    noise: (stream: RandomStream, counter: number, count: number, classNumbers?: Int32Array): tf.Tensor2D => {
      const noise = tf.tensor2d(draw(stream, counter, count), [count, latentSize]);
      return classNumbers ? withClasses(noise, classNumbers) : noise;
    },
    /** The fixed noise of `columns` samples, for every class in turn: [classes · columns, latentSize + classes]. */
    noiseOfClasses: (columns: number): tf.Tensor2D => {
      const row = tf.tensor2d(draw(randomStream.fixedNoise, 0, columns), [columns, latentSize]);
      const classNumbers = Int32Array.from({ length: classes * columns }, (_, i) => Math.floor(i / columns));
      return withClasses(tf.tile(row, [classes, 1]), classNumbers);
    },
    /** One class a sample, for a conditional system. */
    labels: (counter: number, count: number) => (classes > 0 ? labels(counter, count) : undefined),
    /** [count, 1, …], uniform in [0, 1), one a sample. */
    mixing: (counter: number, count: number): tf.Tensor =>
      tf.tensor(uniform(randomStream.mixing, counter, count), [count, ...sampleShape.map(() => 1)]),
    /** Uniform in [0, 1), one a number. */
    perturbation: (counter: number, shape: number[]): tf.Tensor =>
      tf.tensor(
        uniform(
          randomStream.perturbation,
          counter,
          shape.reduce((a, b) => a * b, 1),
        ),
        shape,
      ),
    /** For the dropout masks of one update, each call others. */
    dropout: (counter: number) => {
      let calls = 0;
      return (length: number) => uniform(randomStream.dropout, counter * 256 + calls++, length);
    },
  };
}
