/** For tests: functions that between them use every certified op. */
import type * as tf from '@tensorflow/tfjs-core';
import { jointRows } from './joint-rows.ts';
import { linearRows } from './linear-rows.ts';
import { pointwiseRows } from './pointwise-rows.ts';

export interface Row {
  name: string;
  shape: number[];
  op: (x: tf.Tensor) => tf.Tensor;
  /** What `op` does to the flat input; a linear op's own responses to the unit vectors tell. */
  truth: ((x: number[]) => number[]) | 'linear';
}

export const certificationRows: Row[] = [
  ...pointwiseRows.map(([name, op, truth]) => ({ name, shape: [2, 5], op, truth: (x: number[]) => x.map(truth) })),
  ...jointRows.map(([name, op, truth]) => ({ name, shape: [3, 4], op, truth })),
  ...linearRows.map(([name, shape, op]) => ({ name, shape, op, truth: 'linear' as const })),
];
