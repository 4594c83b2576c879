import { type Draw, uniforms } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import type { Layer, LayerPlan, LayerWeights, WeightPlan } from './layers.ts';

export interface Network {
  /** All weights by `<layer>/<weight>`, layers numbered from 1 in order, moving statistics included. */
  weights: Record<string, tf.Variable>;
  /** Those that an optimiser moves, in order. */
  trainable: tf.Variable[];
  /** Without the batch axis. */
  outputShape: number[];
  /** x: [batch, …inputShape]. Training mode uses the batch's statistics and moves the moving ones. */
  apply: (x: tf.Tensor, mode: { training: boolean }) => tf.Tensor;
  dispose: () => void;
}

/** Layers in a row, born from `draw`: its counter is the weight's place, so that layers do not share numbers. */
export function createNetwork(inputShape: number[], plans: LayerPlan[], draw: Omit<Draw, 'counter'>): Network {
  const weights: Record<string, tf.Variable> = {};
  const layers: { layer: Layer; weights: LayerWeights }[] = [];
  let shape = inputShape;
  for (const [index, plan] of plans.entries()) {
    const layer = plan(shape);
    const own: LayerWeights = {};
    for (const weight of layer.weights) {
      const variable = createWeight(weight, { ...draw, counter: Object.keys(weights).length });
      own[weight.name] = variable;
      weights[`${index + 1}/${weight.name}`] = variable;
    }
    layers.push({ layer, weights: own });
    shape = layer.outputShape;
  }
  return {
    weights,
    trainable: Object.values(weights).filter((weight) => weight.trainable),
    outputShape: shape,
    apply: (x, { training }) => layers.reduce((input, { layer, weights: own }) => layer.apply(input, own, training), x),
    dispose: () => tf.dispose(weights),
  };
}

function createWeight({ shape, start, trainable }: WeightPlan, draw: Draw): tf.Variable {
  const size = shape.reduce((a, b) => a * b, 1);
  const values = 'value' in start ? new Float32Array(size).fill(start.value) : uniforms(draw, size);
  if ('limit' in start) for (let i = 0; i < size; i++) values[i] = ((values[i] as number) * 2 - 1) * start.limit;
  return tf.tidy(() => tf.variable(tf.tensor(values, shape), trainable));
}
