import { createLayer } from '../layers/create-layer.ts';
import type { LayerSpec } from '../layers/layer.ts';
import type { NetworkSpec } from './network.ts';

export interface ParameterCount {
  /** Numbers that an optimiser moves. */
  trainable: number;
  /** Moving statistics and the like. */
  other: number;
}

/** How many numbers a network holds, without making them. */
export function countParameters({ inputShape, layers, heads }: NetworkSpec): ParameterCount {
  const count = { trainable: 0, other: 0 };
  const add = (specs: LayerSpec[], start: number[]) =>
    specs.reduce((shape, spec) => {
      const { weights, outputShape } = createLayer(spec, shape);
      for (const { shape: own, trainable } of weights) {
        count[trainable ? 'trainable' : 'other'] += own.reduce((a, b) => a * b, 1);
      }
      return outputShape;
    }, start);
  const end = add(layers, inputShape);
  if (heads) {
    add(heads.score, end);
    add(heads.class, end);
  }
  return count;
}
