/** The gradient penalty of a small convolutional critic against double precision, for its image and its kernels. */
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { startTestEngine } from '../test-engine.ts';
import { findGradient, relativeError } from './float64-truth.ts';
import { spread } from './test-values.ts';

beforeAll(startTestEngine);

/** [image, kernel, kernel]: 5 × 5 pixels → 3 × 3 × 2 → 2 × 2 × 2, strides of 2. */
const shapes = [
  [1, 5, 5, 1],
  [3, 3, 1, 2],
  [3, 3, 2, 2],
] as const;
const parts = shapes.map((shape, i) => spread(sizeOf(shape), i).map((value) => value / 3));

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((a, b) => a * b, 1);
}

function critic([image, first, second]: tf.Tensor4D[]): tf.Tensor {
  const hidden = tf.leakyRelu(tf.conv2d(image as tf.Tensor4D, first as tf.Tensor4D, 2, 'same'), 0.2);
  return tf.square(tf.conv2d(hidden, second as tf.Tensor4D, 2, 'same'));
}

/** (‖∇ critic‖ − 1)², WGAN-GP, 1704.00028 eq. 3. */
function penalty(...[image, ...kernels]: tf.Tensor[]): tf.Scalar {
  const slope = tf.grad((x: tf.Tensor) => tf.sum(critic([x, ...kernels] as tf.Tensor4D[])))(image as tf.Tensor);
  return tf.square(tf.sub(tf.sqrt(tf.sum(tf.square(slope))), 1)) as tf.Scalar;
}

type Part = readonly number[];

function penaltyInFloat64([image = [], first = [], second = []]: Part[]): number {
  const score = (x: number[]) => {
    const hidden = convolve(x, 5, 1, first, 2).map((value) => (value > 0 ? value : 0.2 * value));
    return convolve(hidden, 3, 2, second, 2).reduce((sum, value) => sum + value ** 2, 0);
  };
  return (Math.hypot(...findGradient(score, [...image])) - 1) ** 2;
}

/** 3 × 3, stride 2, `same` on an odd side: one row and column of zeros all around. */
function convolve(x: Part, side: number, channels: number, kernel: Part, filters: number): number[] {
  const out = (side + 1) / 2;
  return Array.from({ length: out * out * filters }, (_, place) => {
    const [row, column] = [Math.floor(place / filters / out) * 2 - 1, (Math.floor(place / filters) % out) * 2 - 1];
    let sum = 0;
    for (let i = 0; i < 9 * channels; i++) {
      const [y, x0] = [row + Math.floor(i / channels / 3), column + (Math.floor(i / channels) % 3)];
      if (y < 0 || x0 < 0 || y >= side || x0 >= side) continue;
      const pixel = x[(y * side + x0) * channels + (i % channels)] as number;
      sum += pixel * (kernel[i * filters + (place % filters)] as number);
    }
    return sum;
  });
}

test.each(['image', 'first kernel', 'second kernel'])('the gradient for the %s', async (name) => {
  const which = ['image', 'first kernel', 'second kernel'].indexOf(name);
  const gradients = tf.grads(penalty)(parts.map((part, i) => tf.tensor(part, [...(shapes[i] as readonly number[])])));
  const found = await (gradients[which] as tf.Tensor).data();
  const truth = findGradient(
    (moved) => penaltyInFloat64(parts.map((part, i) => (i === which ? moved : part))),
    parts[which] as number[],
  );
  expect(Math.min(...convolve(parts[0] as Part, 5, 1, parts[1] as Part, 2).map(Math.abs))).toBeGreaterThan(0.01);
  expect(relativeError(found, truth)).toBeLessThan(1e-4);
});
