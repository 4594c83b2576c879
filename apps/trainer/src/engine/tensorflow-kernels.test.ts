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
  { height: 14, width: 14, k: 5, channels: 1, errors: 6 },
  { height: 3, width: 5, k: 5, channels: 3, errors: 2 },
  { height: 4, width: 2, k: 4, channels: 4, errors: 3 },
  { height: 5, width: 5, k: 3, channels: 2, errors: 3 },
  { height: 3, width: 3, k: 5, channels: 6, errors: 2 },
])('a transposed convolution of stride 2 is the adjoint of the convolution: %o', (shapes) => {
  const { height, width, k, channels, errors } = shapes;
  const dy = draw(1, [2, height, width, errors]);
  const filter = draw(2, [k, k, channels, errors]);
  const shape: [number, number, number, number] = [2, 2 * height, 2 * width, channels];
  const adjoint = tf.conv2dTranspose(dy, filter, shape, 2, 'same').arraySync();
  const places = [0, 1, 2, height, 2 * height - 2, 2 * height - 1].flatMap((y) =>
    [0, 1, width, 2 * width - 1].map((x) => [y, x]),
  );
  for (const [y = 0, x = 0] of places) {
    const c = (y + x) % channels;
    const pixel = tf.buffer(shape);
    pixel.set(1, 1, y, x, c);
    const product = tf.sum(tf.mul(tf.conv2d(pixel.toTensor() as tf.Tensor4D, filter, 2, 'same'), dy));
    expect(adjoint[1]?.[y]?.[x]?.[c]).toBeCloseTo(product.dataSync()[0] as number, 4);
  }
});
