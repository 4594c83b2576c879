import * as tf from '@tensorflow/tfjs-core';
import { type Body, canRecord, type Fresh, makeFresh, type Recording, record } from './recording.ts';
import type { Binding, TensorflowBackend } from './tensorflow.ts';

export type { Fresh } from './recording.ts';

let functions = 0;

/** For what is not compiled: the numbers of the call `number`. */
export const freshAt =
  (number: number): Fresh =>
  (values) =>
    makeFresh(values, number);

/**
 * `body` as one call into the engine. On the native engine it is recorded once for each set of shapes and from then on
 * runs as one TensorFlow function: no JavaScript between its ops, constants folded, ops fused, memory reused. Elsewhere
 * it is simply called.
 *
 * `body` may read and assign variables, and returns tensors by name. All else that changes from call to call, learning
 * rates and random numbers among it, must come in as an argument or through `fresh`, and it must not look at values: what
 * it did when it was recorded is what is done ever after. So the second call records again, and throws when that
 * differs. No gradient goes through the result.
 */
export function compile<Arguments extends tf.Tensor[], Result extends tf.NamedTensorMap>(
  body: Body<Arguments, Result>,
): (number: number, ...args: Arguments) => Result {
  const compiled = new Map<string, Compiled>();
  return (number, ...args) =>
    tf.tidy(() => {
      const backend = tf.backend() as unknown as TensorflowBackend;
      if (!canRecord(backend)) return body(freshAt(number), ...args);
      const key = JSON.stringify(args.map(({ shape, dtype }) => [shape, dtype]));
      const known = compiled.get(key);
      if (known && !known.isConfirmed) confirm(known, record(backend, body, number, args));
      const current = known ?? define(backend.binding, record(backend, body, number, args));
      compiled.set(key, current);
      return call(backend, current, number, args) as Result;
    });
}

interface Compiled extends Recording {
  functionName: string;
  /** Whether a second recording gave the same graph. */
  isConfirmed: boolean;
}

function define(binding: Binding, recording: Recording): Compiled {
  const functionName = `duality_${++functions}`;
  const inputs = recording.inputs.map(({ name }) => name);
  binding.addFunction(functionName, recording.graph, inputs, recording.outputs);
  return { ...recording, functionName, isConfirmed: false };
}

function confirm(known: Compiled, again: Recording): void {
  if (!Buffer.from(known.graph).equals(again.graph)) {
    throw new Error('a compiled function did something else when it was called again: pass what changes as arguments');
  }
  known.isConfirmed = true;
}

function call(backend: TensorflowBackend, compiled: Compiled, number: number, args: tf.Tensor[]): tf.NamedTensorMap {
  const { functionName, inputs, assigned, results } = compiled;
  const values = inputs.map(({ from }) => {
    if (typeof from === 'number') return args[from] as tf.Tensor;
    return typeof from === 'function' ? makeFresh(from, number) : from;
  });
  const outputs = backend.executeMultipleOutputs(functionName, [], values, assigned.length + results.length);
  for (const [i, variable] of assigned.entries()) variable.assign(outputs[i] as tf.Tensor);
  return Object.fromEntries(results.map((name, i) => [name, outputs[assigned.length + i] as tf.Tensor]));
}
