import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { startTestEngine } from '../test-engine.ts';
import { assertCertified } from './certified-ops.ts';

beforeAll(startTestEngine);

const images = [2, 8, 8, 1];
const kernel = () => tf.ones<tf.Rank.R4>([3, 3, 1, 4]);
const convolve = (x: tf.Tensor) => tf.conv2d(x as tf.Tensor4D, kernel(), 2, 'same');
const logistic = tf.customGrad((x) => {
  const y = tf.sigmoid(x as tf.Tensor);
  return { value: y, gradFunc: (dy) => tf.mul(dy, tf.mul(y, tf.sub(1, y))) };
});

test('a critic of certified layers passes', () => {
  const critic = (x: tf.Tensor) => {
    const hidden = tf.leakyRelu(convolve(x), 0.2);
    const { mean, variance } = tf.moments(hidden, [1, 2, 3], true);
    return tf.mean(tf.softplus(tf.mul(tf.sub(hidden, mean), tf.rsqrt(tf.add(variance, 1e-5)))), [1, 2, 3]);
  };
  expect(() => assertCertified(critic, images)).not.toThrow();
});

test.each<[string, (x: tf.Tensor) => tf.Tensor]>([
  ['MaxPool', (x) => tf.maxPool(x as tf.Tensor4D, 2, 2, 'same')],
  ['LRN', (x) => tf.localResponseNormalization(convolve(x) as tf.Tensor4D)],
  ['DepthwiseConv2dNative', (x) => tf.depthwiseConv2d(x as tf.Tensor4D, tf.ones<tf.Rank.R4>([3, 3, 1, 1]), 1, 'same')],
  [
    'MirrorPad',
    (x) =>
      tf.mirrorPad(
        x,
        [
          [0, 0],
          [1, 1],
          [1, 1],
          [0, 0],
        ],
        'reflect',
      ),
  ],
  ['Cumsum', (x) => tf.cumsum(x, 3)],
  ['StridedSlice', (x) => tf.stridedSlice(x, [0, 0, 0, 0], [2, 8, 8, 1], [1, 2, 2, 1])],
  ['logSoftmax', (x) => tf.logSoftmax(tf.reshape(x, [2, 64]))],
])('%s is refused by its name', (name, critic) => {
  expect(() => assertCertified(critic, images)).toThrow(
    `the critic uses ${name}, whose second derivative is not certified`,
  );
});

test('the advice says what to use instead', () => {
  const critic = (x: tf.Tensor) => tf.maxPool(tf.relu(convolve(x)) as tf.Tensor4D, 2, 2, 'same');
  expect(() => assertCertified(critic, images)).toThrow('use a strided convolution or average pooling');
});

test('a gradient of somebody’s own is refused, whatever it is', () => {
  expect(() => assertCertified((x) => tf.tidy('mine', () => logistic(x)), images)).toThrow('the critic uses mine');
});

test('what only the weights pass through may be any op', () => {
  const critic = (x: tf.Tensor) => tf.mul(x, tf.prod(tf.ones([3])));
  expect(() => assertCertified(critic, images)).not.toThrow();
});

test('neither a pass nor a refusal leaves a tensor behind', () => {
  const before = tf.memory().numTensors;
  assertCertified((x) => tf.leakyRelu(convolve(x), 0.2), images);
  expect(() => assertCertified((x) => tf.maxPool(x as tf.Tensor4D, 2, 2, 'same'), images)).toThrow();
  expect(tf.memory().numTensors).toBe(before);
});
