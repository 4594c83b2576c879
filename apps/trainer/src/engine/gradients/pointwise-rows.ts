/** For tests: ops that work on each number alone, with the same function in plain double precision. */
import * as tf from '@tensorflow/tfjs-core';
import { constant, spread } from './test-values.ts';

export const pointwiseRows: [string, (x: tf.Tensor) => tf.Tensor, (x: number, i: number) => number][] = [
  ['relu', tf.relu, (x) => Math.max(0, x)],
  ['leakyRelu', (x) => tf.leakyRelu(x, 0.2), (x) => (x > 0 ? x : 0.2 * x)],
  ['prelu', (x) => tf.prelu(x, constant([5], 3)), (x, i) => (x > 0 ? x : x * (spread(5, 3)[i % 5] as number))],
  ['relu6', (x) => tf.relu6(tf.mul(x, 4)), (x) => Math.min(6, Math.max(0, 4 * x))],
  ['elu', tf.elu, (x) => (x > 0 ? x : Math.expm1(x))],
  ['selu', tf.selu, (x) => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x))],
  ['tanh', tf.tanh, Math.tanh],
  ['sigmoid', tf.sigmoid, logistic],
  ['softplus', tf.softplus, (x) => Math.log1p(Math.exp(x))],
  ['swish', (x) => tf.mul(x, tf.sigmoid(x)), (x) => x * logistic(x)],
  ['gelu', (x) => tf.mul(x, tf.mul(0.5, tf.add(1, tf.erf(tf.mul(x, Math.SQRT1_2))))), gelu],
  ['exp', tf.exp, Math.exp],
  ['exp(−|x|)', (x) => tf.exp(tf.neg(tf.abs(x))), (x) => Math.exp(-Math.abs(x))],
  ['expm1', tf.expm1, Math.expm1],
  ['log', (x) => tf.log(tf.add(tf.square(x), 1)), (x) => Math.log(x * x + 1)],
  ['log1p', (x) => tf.log1p(tf.square(x)), (x) => Math.log1p(x * x)],
  ['sqrt', (x) => tf.sqrt(tf.add(tf.square(x), 1)), (x) => Math.sqrt(x * x + 1)],
  ['rsqrt', (x) => tf.rsqrt(tf.add(tf.square(x), 1)), (x) => 1 / Math.sqrt(x * x + 1)],
  ['reciprocal', (x) => tf.reciprocal(tf.add(tf.square(x), 1)), (x) => 1 / (x * x + 1)],
  ['div', (x) => tf.div(tf.sub(x, 3), tf.add(tf.abs(x), 1)), (x) => (x - 3) / (Math.abs(x) + 1)],
  ['a power', (x) => tf.pow(tf.add(tf.square(x), 1), 1.5), (x) => (x * x + 1) ** 1.5],
  ['a third power', (x) => tf.pow(x, 3), (x) => x ** 3],
  ['a power of 2', (x) => tf.pow(2, x), (x) => 2 ** x],
  ['clipByValue', (x) => tf.clipByValue(x, -0.9, 1.1), (x) => Math.min(1.1, Math.max(-0.9, x))],
  ['maximum of two', (x) => tf.maximum(tf.square(x), tf.add(x, 1)), (x) => Math.max(x * x, x + 1)],
  ['minimum of two', (x) => tf.minimum(tf.square(x), tf.add(x, 1)), (x) => Math.min(x * x, x + 1)],
  ['maximum with a number', (x) => tf.maximum(0.3, tf.square(x)), (x) => Math.max(0.3, x * x)],
  ['where', (x) => tf.where(tf.greater(x, 0), tf.square(x), tf.mul(x, 0.2)), (x) => (x > 0 ? x * x : 0.2 * x)],
  ['where not', (x) => tf.where(tf.logicalNot(tf.less(x, 0)), tf.square(x), x), (x) => (x < 0 ? x : x * x)],
  ['within bounds', withinBounds, (x) => (Math.abs(x) <= 1 ? x ** 3 : 0)],
  ['outside of bounds', outsideBounds, (x) => (Math.abs(x) <= 1 ? 0 : x ** 3)],
  ['addN', (x) => tf.addN([x, tf.square(x), tf.relu(x)]), (x) => x + x * x + Math.max(0, x)],
];

function withinBounds(x: tf.Tensor): tf.Tensor {
  const inside = tf.logicalAnd(tf.lessEqual(x, 1), tf.greaterEqual(x, -1));
  return tf.mul(tf.cast(inside, 'float32'), tf.pow(x, 3));
}

function outsideBounds(x: tf.Tensor): tf.Tensor {
  const outside = tf.logicalOr(tf.greater(x, 1), tf.less(x, -1));
  const isOutside = tf.notEqual(tf.cast(outside, 'float32'), 0);
  return tf.mul(tf.cast(isOutside, 'float32'), tf.pow(x, 3));
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Gaussian error linear unit by the series of the error function (DLMF 7.6.1). */
function gelu(x: number): number {
  let term = (2 / Math.sqrt(Math.PI)) * x * Math.SQRT1_2;
  let erf = term;
  for (let n = 1; n < 60; n++) {
    term *= (-x * x) / 2 / n;
    erf += term / (2 * n + 1);
  }
  return 0.5 * x * (1 + erf);
}
