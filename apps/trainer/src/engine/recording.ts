import * as tf from '@tensorflow/tfjs-core';
import { describeGivens, startRecorder } from './graph-recorder.ts';
import type { TensorflowBackend } from './tensorflow.ts';

/** What a function did once, as a TensorFlow graph. */
export interface Recording {
  /** A GraphDef. */
  graph: Uint8Array;
  /** What the graph's inputs take: the argument of that number, or the variable's value. */
  inputs: { name: string; from: number | tf.Variable }[];
  /** The variables that get a new value: the first outputs. */
  assigned: tf.Variable[];
  /** The names of the results: the other outputs. */
  results: string[];
  /** Where in the graph they are. */
  outputs: string[];
}

export const canRecord = ({ binding }: TensorflowBackend): boolean =>
  tf.getBackend() === 'tensorflow' && 'addFunction' in binding;

/** Runs `body` and writes down its ops; the variables have their old values afterwards. */
export function record<Arguments extends tf.Tensor[]>(
  backend: TensorflowBackend,
  body: (...args: Arguments) => Record<string, tf.Tensor>,
  args: Arguments,
): Recording {
  const variables: tf.Variable[] = Object.values(tf.engine().registeredVariables);
  const before = variables.map((variable) => variable.clone());
  const hasChanged = (variable: tf.Variable, i: number) => variable.dataId !== before[i]?.dataId;
  const binding = backend.binding;
  const recorder = startRecorder(binding, [
    ...describeGivens(backend, args, [...args.keys()]),
    ...describeGivens(backend, variables, variables),
  ]);
  backend.binding = recorder.spy;
  try {
    const results = tf.tidy(() => body(...args));
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
