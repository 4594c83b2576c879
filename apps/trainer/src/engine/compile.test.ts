/** On an engine that compiles nothing these hold trivially, but for the two about what is refused. */
import { normals } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { compile, type Fresh } from './compile.ts';
import { canRecord } from './recording.ts';
import type { TensorflowBackend } from './tensorflow.ts';
import { startTestEngine } from './test-engine.ts';

beforeAll(startTestEngine);

const draw = (counter: number, rows: number, columns: number) =>
  tf.tensor2d(normals({ seed: 5, stream: 1, counter }, rows * columns), [rows, columns]);
const read = (tensor: tf.Tensor | undefined) => Array.from((tensor as tf.Tensor).dataSync());

/** A penalised critic's update: gradients of gradients, a variable that is read and assigned, several results. */
function createUpdate() {
  const weights = tf.variable(draw(1, 4, 8));
  const update = (fresh: Fresh, x: tf.Tensor) => {
    const rate = fresh((number) => Float32Array.of(0.1 * number));
    const score = (input: tf.Tensor) => tf.leakyRelu(tf.matMul(input as tf.Tensor2D, weights), 0.2);
    let loss = tf.scalar(0);
    const { grads } = tf.variableGrads(() => {
      const slope = tf.grad((input: tf.Tensor) => tf.sum(score(input)))(x);
      loss = tf.keep(tf.mean(tf.square(tf.sub(tf.sqrt(tf.sum(tf.square(slope), 1)), 1))));
      return loss;
    }, [weights]);
    weights.assign(tf.sub(weights, tf.mul(rate, grads[weights.name] as tf.Tensor)));
    return { loss, slope: tf.concat([tf.max(x, 1, true), tf.split(x, 2, 1)[1] as tf.Tensor], 1) };
  };
  return { weights, update };
}

test('a compiled function returns and assigns what the function itself does, for each shape and each call', () => {
  const plain = createUpdate();
  const compiled = createUpdate();
  const call = compile(compiled.update);
  for (const [counter, rows] of [5, 5, 5, 3, 3, 5].entries()) {
    const x = draw(10 + counter, rows, 4);
    const expected = plain.update((values) => tf.tensor1d(values(counter)), x);
    const actual = call(counter, x);
    for (const name of ['loss', 'slope'] as const) {
      const values = read(expected[name]);
      expect(actual[name].shape).toEqual(expected[name].shape);
      for (const [i, value] of read(actual[name]).entries()) expect(value).toBeCloseTo(values[i] as number, 5);
    }
    const weights = read(plain.weights);
    for (const [i, value] of read(compiled.weights).entries()) expect(value).toBeCloseTo(weights[i] as number, 5);
  }
});

test('the same calls give the same bits, from the first on', () => {
  const traces = [createUpdate(), createUpdate()].map(({ weights, update }) => {
    const call = compile(update);
    return [1, 2, 3, 4].flatMap((counter) => [...read(call(counter, draw(counter, 64, 4)).loss), ...read(weights)]);
  });
  expect(traces[0]).toEqual(traces[1]);
});

test('nothing is left in memory but the results', () => {
  const { update } = createUpdate();
  const call = compile(update);
  const x = draw(1, 5, 4);
  for (let i = 0; i < 2; i++) tf.dispose(call(i, x));
  const before = tf.memory().numTensors;
  for (let i = 0; i < 5; i++) tf.dispose(call(i, x));
  expect(tf.memory().numTensors).toBe(before);
});

const compiles = () => canRecord(tf.backend() as unknown as TensorflowBackend);

test('what changes from call to call without being an argument is refused', () => {
  let calls = 0;
  const call = compile((_, x: tf.Tensor) => ({ y: tf.mul(x, ++calls) }));
  const x = tf.scalar(2);
  call(1, x);
  if (compiles()) expect(() => call(2, x)).toThrow('pass what changes as arguments');
});

test('looking at values, and tensors from elsewhere, are refused', () => {
  if (!compiles()) return;
  const x = tf.scalar(2);
  const elsewhere = tf.add(1, 2);
  expect(() => compile((_, a: tf.Tensor) => ({ y: tf.mul(a, tf.square(a).dataSync()[0] as number) }))(1, x)).toThrow(
    'look at',
  );
  expect(() => compile((_, a: tf.Tensor) => ({ y: tf.mul(a, elsewhere) }))(1, x)).toThrow(
    'no argument and no variable',
  );
  expect(read(compile((_, a: tf.Tensor) => ({ y: tf.square(a) }))(1, x).y)).toEqual([4]); // the engine is as before
});
