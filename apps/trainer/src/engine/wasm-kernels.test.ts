/** The wasm engine's convolutions against the cpu engine's, forward and both gradients, on many shapes. */
import { normals } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { startEngine } from './engine.ts';

const results = new Map<string, Map<string, number[]>>();
const shapes: {
  image: [number, number, number, number];
  kernel: [number, number, number];
  strides: number;
  pad: 'same' | 'valid';
}[] = [
  { image: [2, 28, 28, 1], kernel: [5, 5, 16], strides: 2, pad: 'same' },
  { image: [3, 14, 14, 16], kernel: [5, 5, 32], strides: 2, pad: 'same' },
  { image: [2, 7, 7, 32], kernel: [5, 5, 64], strides: 2, pad: 'same' },
  { image: [2, 8, 6, 3], kernel: [3, 4, 5], strides: 1, pad: 'same' },
  { image: [2, 9, 7, 2], kernel: [7, 7, 1], strides: 1, pad: 'valid' },
  { image: [1, 11, 5, 2], kernel: [2, 3, 4], strides: 3, pad: 'valid' },
];

const draw = (counter: number, shape: number[]) =>
  tf.tensor(
    normals(
      { seed: 3, stream: 1, counter },
      shape.reduce((a, b) => a * b, 1),
    ),
    shape,
  );

beforeAll(async () => {
  for (const engine of ['cpu', 'wasm'] as const) {
    await startEngine(engine);
    results.set(engine, new Map(shapes.map((shape) => [JSON.stringify(shape), compute(shape)])));
  }
});

function compute({ image, kernel, strides, pad }: (typeof shapes)[number]): number[] {
  return tf.tidy(() => {
    const x = draw(1, image) as tf.Tensor4D;
    const filter = draw(2, [kernel[0], kernel[1], image[3], kernel[2]]) as tf.Tensor4D;
    const convolve = (a: tf.Tensor, b: tf.Tensor) => tf.conv2d(a as tf.Tensor4D, b as tf.Tensor4D, strides, pad);
    const y = convolve(x, filter);
    const [dx, dFilter] = tf.grads(convolve)([x, filter], draw(3, y.shape)) as [tf.Tensor, tf.Tensor];
    return [y, dx, dFilter].flatMap((tensor) => Array.from(tensor.dataSync()));
  });
}

test.each(shapes)('%o agrees with cpu', (shape) => {
  const [cpu = [], wasm = []] = ['cpu', 'wasm'].map((engine) => results.get(engine)?.get(JSON.stringify(shape)));
  const largest = Math.max(...cpu.map(Math.abs));
  expect(wasm).toHaveLength(cpu.length);
  expect(Math.max(...cpu.map((value, i) => Math.abs(value - (wasm[i] as number)))) / largest).toBeLessThan(2e-6);
});
