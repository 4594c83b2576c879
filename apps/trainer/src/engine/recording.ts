import * as tf from '@tensorflow/tfjs-core';
import { describeGivens, type Given, startRecorder } from './graph-recorder.ts';
import type { TensorflowBackend } from './tensorflow.ts';

/** Numbers that JavaScript makes anew for each call: a function of the call's number and of nothing else that changes. */
export type FreshValues = (number: number) => Float32Array | Int32Array;

/** Those numbers as a vector. */
export type Fresh = (values: FreshValues) => tf.Tensor1D;

export type Body<Arguments extends tf.Tensor[], Result extends tf.NamedTensorMap> = (
  fresh: Fresh,
  ...args: Arguments
) => Result;

/** What a function did once, as a TensorFlow graph. */
export interface Recording {
  /** A GraphDef. */
  graph: Uint8Array;
  inputs: { name: string; from: Given['from'] }[];
  /** The variables that get a new value: the first outputs. */
  assigned: tf.Variable[];
  /** The names of the results: the other outputs. */
  results: string[];
  /** Where in the graph they are. */
  outputs: string[];
}

export const canRecord = ({ binding }: TensorflowBackend): boolean =>
  tf.getBackend() === 'tensorflow' && 'addFunction' in binding;

export const makeFresh = (values: FreshValues, number: number): tf.Tensor1D => tf.tensor1d(values(number));

/** Runs `body` and writes down its ops; the variables have their old values afterwards. */
export function record<Arguments extends tf.Tensor[], Result extends tf.NamedTensorMap>(
  backend: TensorflowBackend,
  body: Body<Arguments, Result>,
  number: number,
  args: Arguments,
): Recording {
  const variables: tf.Variable[] = Object.values(tf.engine().registeredVariables);
  const before = variables.map((variable) => variable.clone());
  const hasChanged = (variable: tf.Variable, i: number) => variable.dataId !== before[i]?.dataId;
  const binding = backend.binding;
  const givens = [...describeGivens(backend, args, [...args.keys()]), ...describeGivens(backend, variables, variables)];
  const recorder = startRecorder(binding, givens);
  const fresh: Fresh = (values) => {
    const tensor = makeFresh(values, number);
    backend.binding = binding; // what is uploaded here is no constant
    givens.push(...describeGivens(backend, [tensor], [values]));
    backend.binding = recorder.spy;
    return tensor;
  };
  backend.binding = recorder.spy;
  try {
    const results = tf.tidy(() => body(fresh, ...args));
    const assigned = variables.filter(hasChanged);
    const outputs = backend.getInputTensorIds([...assigned, ...Object.values(results)]).map(recorder.find);
    tf.dispose(results); // also what `body` keeps
    return { graph: recorder.finish(), inputs: recorder.inputs, assigned, results: Object.keys(results), outputs };
  } finally {
    backend.binding = binding;
    for (const [i, variable] of variables.entries()) {
      if (hasChanged(variable, i)) variable.assign(before[i] as tf.Tensor);
    }
    tf.dispose(before);
  }
}
