/** Transposed convolutions on the engine in use, where the native one has a kernel of ours and where it has not. */
import { normals } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { startTestEngine } from './test-engine.ts';

beforeAll(startTestEngine);

const draw = (counter: number, shape: number[]) => {
  const size = shape.reduce((a, b) => a * b, 1);
  return tf.tensor4d(normals({ seed: 3, stream: 1, counter }, size), shape as [number, number, number, number]);
};

/** ⟨conv pixel, dy⟩ = ⟨pixel, adjoint dy⟩ for single pixels, since a wrong place would hide in a sum. */
test.each([
  { height: 14, width: 14, k: 5, channels: 1, errors: 6, stride: 2 },
  { height: 3, width: 5, k: 5, channels: 3, errors: 2, stride: 2 },
  { height: 4, width: 2, k: 4, channels: 4, errors: 3, stride: 2 },
  { height: 5, width: 5, k: 3, channels: 2, errors: 3, stride: 2 },
  { height: 3, width: 3, k: 5, channels: 6, errors: 2, stride: 2 },
  { height: 6, width: 4, k: 7, channels: 1, errors: 2, stride: 2 },
  { height: 8, width: 12, k: 5, channels: 1, errors: 4, stride: 1 },
  { height: 6, width: 8, k: 5, channels: 1, errors: 4, stride: 1 },
  { height: 6, width: 4, k: 4, channels: 3, errors: 2, stride: 1 },
  { height: 8, width: 4, k: 3, channels: 2, errors: 2, stride: 1 },
  { height: 5, width: 5, k: 5, channels: 1, errors: 2, stride: 1 },
])('a transposed convolution is the adjoint of the convolution: %o', (shapes) => {
  const { height, width, k, channels, errors, stride } = shapes;
  const [tall, wide] = [stride * height, stride * width];
  const dy = draw(1, [2, height, width, errors]);
  const filter = draw(2, [k, k, channels, errors]);
  const shape: [number, number, number, number] = [2, tall, wide, channels];
  const adjoint = tf.conv2dTranspose(dy, filter, shape, stride, 'same').arraySync();
  const places = [0, 1, 2, height, tall - 2, tall - 1]
    .filter((y) => y < tall)
    .flatMap((y) => [0, 1, wide - 2, wide - 1].map((x) => [y, x]));
  for (const [y = 0, x = 0] of places) {
    const c = (y + x) % channels;
    const pixel = tf.buffer(shape);
    pixel.set(1, 1, y, x, c);
    const product = tf.sum(tf.mul(tf.conv2d(pixel.toTensor() as tf.Tensor4D, filter, stride, 'same'), dy));
    expect(adjoint[1]?.[y]?.[x]?.[c]).toBeCloseTo(product.dataSync()[0] as number, 4);
  }
});
