/** First and second derivatives of every certified op against double precision, on the engine in use. */
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { startTestEngine } from '../test-engine.ts';
import { certificationRows, type Row } from './certification-rows.ts';
import { certifiedOps, findOps } from './certified-ops.ts';
import { findCurvature, findGradient, relativeError, unit } from './float64-truth.ts';
import { spread } from './test-values.ts';

beforeAll(startTestEngine);

const bar = 1e-4;

/** φ(x) = Σ cⱼ (uⱼ + uⱼ²/2) with u = op(x + x²/8): neither the op's input is a leaf nor its output the end. */
const score =
  ({ op }: Row) =>
  (x: tf.Tensor) => {
    const u = op(tf.add(x, tf.div(tf.square(x), 8)));
    return tf.sum(tf.mul(tf.tensor(weightsOf(u.size), u.shape), tf.add(u, tf.div(tf.square(u), 2)))) as tf.Scalar;
  };

const scoreInFloat64 = (truth: (x: number[]) => number[]) => (x: number[]) => {
  const u = truth(x.map((value) => value + value ** 2 / 8));
  const weights = weightsOf(u.length);
  return u.reduce((sum, value, i) => sum + (weights[i] as number) * (value + value ** 2 / 2), 0);
};

const weightsOf = (length: number) => spread(length, 5);

/** The matrix of a linear op: a response to a unit vector is a weight as it is. */
async function readMatrix({ op, shape }: Row, size: number): Promise<(x: number[]) => number[]> {
  const respond = async (x: number[]) => Array.from(await op(tf.tensor(x, shape)).data());
  const offset = await respond(new Array(size).fill(0));
  const columns: number[][] = [];
  for (let i = 0; i < size; i++) columns.push(await respond(unit(size, i)));
  return (x) =>
    offset.map((start, j) => x.reduce((sum, value, i) => sum + value * ((columns[i]?.[j] as number) - start), start));
}

async function findErrors(row: Row): Promise<{ first: number; second: number }> {
  const size = row.shape.reduce((a, b) => a * b, 1);
  const [values, direction] = [spread(size, 1), spread(size, 9)];
  const truth = scoreInFloat64(row.truth === 'linear' ? await readMatrix(row, size) : row.truth);
  const slope = tf.grad(score(row));
  const x = tf.tensor(values, row.shape);
  const along = tf.tensor(direction, row.shape);
  const gradient = await slope(x).data();
  const curvature = await tf
    .grad((input: tf.Tensor) => tf.sum(tf.mul(slope(input), along)))(x)
    .data();
  const exact = Array.from(await x.data());
  return {
    first: relativeError(gradient, findGradient(truth, exact)),
    second: relativeError(curvature, findCurvature(truth, exact, Array.from(await along.data()))),
  };
}

test.each(certificationRows)('$name: both derivatives are right', async (row) => {
  const { first, second } = await findErrors(row);
  if (process.env.DUALITY_DEBUG) console.log(`${row.name}\t${first.toExponential(1)}\t${second.toExponential(1)}`);
  expect(first).toBeLessThan(bar);
  expect(second).toBeLessThan(bar);
  expect(findOps(row.op, row.shape).filter((name) => !certifiedOps.has(name))).toEqual([]);
});

test('every op on the list is in one of these functions', () => {
  const used = new Set(certificationRows.flatMap((row) => findOps(score(row), row.shape)));
  expect([...certifiedOps].filter((name) => !used.has(name))).toEqual([]);
});
