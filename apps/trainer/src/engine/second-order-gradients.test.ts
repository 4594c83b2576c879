/** Derivatives of ½‖∇f‖² against central differences, on the engine in use: what a gradient penalty stands on. */
import { normals } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { startTestEngine } from './test-engine.ts';

beforeAll(startTestEngine);

const draw = (counter: number, shape: number[], scale = 1) =>
  tf.tidy(() =>
    tf.mul(
      tf.tensor(
        normals(
          { seed: 5, stream: 1, counter },
          shape.reduce((a, b) => a * b, 1),
        ),
        shape,
      ),
      scale,
    ),
  );

/** |analytic − central difference| of the derivative of x ↦ ½‖∇f(x)‖² along a random direction, relative. */
function findError(f: (x: tf.Tensor) => tf.Tensor, x: tf.Tensor, h: number): number {
  const slope = tf.grad((input: tf.Tensor) => tf.sum(f(input)));
  const energy = (input: tf.Tensor) => tf.mul(0.5, tf.sum(tf.square(slope(input)))) as tf.Scalar;
  const direction = draw(99, x.shape);
  const analytic = tf.sum(tf.mul(tf.grad(energy)(x), direction)).dataSync()[0] as number;
  const at = (t: number) => energy(tf.add(x, tf.mul(direction, t))).dataSync()[0] as number;
  const difference = (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h);
  return Math.abs(analytic - difference) / Math.max(Math.abs(difference), 1);
}

const matrix = (rows: number, columns: number) => draw(7, [rows, columns], 0.5) as tf.Tensor2D;
/** f(x) = Σ op(x · W)², so that the second derivative of `op` counts and not only the first. */
const through = (op: (x: tf.Tensor) => tf.Tensor) => (x: tf.Tensor) =>
  tf.square(op(tf.matMul(x as tf.Tensor2D, matrix(6, 8))));

test.each<[string, (x: tf.Tensor) => tf.Tensor]>([
  ['leakyRelu', (x) => tf.leakyRelu(x, 0.2)],
  ['relu', tf.relu],
  ['tanh', tf.tanh],
  ['sigmoid', tf.sigmoid],
  ['exp', tf.exp],
  ['softplus', tf.softplus],
  ['where of a comparison', (x) => tf.where(tf.greater(x, 0), x, tf.mul(x, 0.2))],
])('%s has the right second derivative', (_, op) => {
  expect(findError(through(op), draw(1, [5, 6], 0.5), 2e-3)).toBeLessThan(2e-3);
});

test('a convolutional critic with leaky ReLU has the right penalty gradient for its input and its kernels', () => {
  const first = draw(2, [5, 5, 1, 3], 0.3) as tf.Tensor4D;
  const second = draw(3, [5, 5, 3, 4], 0.2) as tf.Tensor4D;
  const critic = (x: tf.Tensor, kernel: tf.Tensor4D) =>
    tf.square(tf.conv2d(tf.leakyRelu(tf.conv2d(x as tf.Tensor4D, kernel, 2, 'same'), 0.2), second, 2, 'same'));
  const image = draw(4, [1, 7, 7, 1]);
  const margin = tf.min(tf.abs(tf.conv2d(image as tf.Tensor4D, first, 2, 'same'))).dataSync()[0] as number;
  expect(margin).toBeGreaterThan(0.02); // a step across a kink would make the differences meaningless
  expect(findError((x) => critic(x, first), image, 1e-3)).toBeLessThan(3e-3);
  const penalty = (kernel: tf.Tensor) => {
    const slope = tf.grad((x: tf.Tensor) => tf.sum(critic(x, kernel as tf.Tensor4D)))(image);
    return tf.mean(tf.square(tf.sub(tf.sqrt(tf.add(tf.sum(tf.square(slope), [1, 2, 3]), 1e-12)), 1))) as tf.Scalar;
  };
  const direction = draw(98, first.shape);
  const analytic = tf.sum(tf.mul(tf.grad(penalty)(first), direction)).dataSync()[0] as number;
  const at = (t: number) => penalty(tf.add(first, tf.mul(direction, t))).dataSync()[0] as number;
  const h = 1e-3;
  const difference = (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h);
  expect(Math.abs(analytic / difference - 1)).toBeLessThan(3e-3);
});
