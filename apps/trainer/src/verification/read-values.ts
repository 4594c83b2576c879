import * as tf from '@tensorflow/tfjs-core';
import { compile } from '../engine/compile.ts';

/** The numbers of the tensors that `compute` makes, which are disposed. It runs as updates of a run do: compiled. */
export async function readAll(compute: () => Record<string, tf.Tensor>): Promise<Record<string, tf.TypedArray>> {
  const tensors = compile(compute)(0);
  const entries = Object.entries(tensors).map(async ([name, tensor]) => [name, await tensor.data()] as const);
  const values = Object.fromEntries(await Promise.all(entries));
  tf.dispose(tensors);
  return values;
}

export async function readScalars(compute: () => Record<string, tf.Scalar>): Promise<Record<string, number>> {
  const values = await readAll(compute);
  return Object.fromEntries(Object.entries(values).map(([name, [value]]) => [name, value as number]));
}
