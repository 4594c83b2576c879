import { type Draw, ExplainedError } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import { createLayer } from '../layers/create-layer.ts';
import type { Layer, LayerSpec, LayerWeights, Mode, WeightPlan } from '../layers/layer.ts';
import { glorotUniform, type Initialiser } from './initialisers.ts';

/** A network as data. */
export interface NetworkSpec {
  /** Without the batch axis. */
  inputShape: number[];
  layers: LayerSpec[];
  /** A critic that also names classes: both lists go on from the output of the last of `layers`. */
  heads?: { score: LayerSpec[]; class: LayerSpec[] } | undefined;
}

export interface Outputs {
  /** [batch, …outputShape]; of a network with heads the score. */
  output: tf.Tensor;
  /** [batch, classes] */
  classLogits?: tf.Tensor;
  /** Output of the layer that was asked for, one row a sample. */
  features?: tf.Tensor2D;
}

export interface Network {
  spec: NetworkSpec;
  /** All weights by `<layer>/<weight>`, moving statistics included; a layer without a name has its number from 1. */
  weights: Record<string, tf.Variable>;
  /** Those that an optimiser moves, by the same names and in order. */
  trainable: Record<string, tf.Variable>;
  /** Without the batch axis. */
  outputShape: number[];
  /** x: [batch, …inputShape]. Training mode uses the batch's statistics and moves the moving ones. */
  forward: (x: tf.Tensor, mode: Mode, featureLayer?: string) => Outputs;
  dispose: () => void;
}

interface BuiltLayer {
  name: string;
  layer: Layer;
  weights: LayerWeights;
}

/** Born from `draw`: its counter is the weight's place, so that weights do not share numbers. */
export function createNetwork(
  spec: NetworkSpec,
  draw: Omit<Draw, 'counter'>,
  initialise: Initialiser = glorotUniform,
): Network {
  const weights: Record<string, tf.Variable> = {};
  let places = 0;
  const build = (specs: LayerSpec[], inputShape: number[], prefix = '') => {
    let shape = inputShape;
    const layers = specs.map((layerSpec, index): BuiltLayer => {
      const name = layerSpec.name ?? `${prefix}${index + 1}`;
      const layer = createLayer(layerSpec, shape);
      const own: LayerWeights = {};
      for (const plan of layer.weights) {
        const key = `${name}/${plan.name}`;
        if (weights[key]) throw new ExplainedError(`two layers of a network are called "${name}"`);
        const variable = createWeight(plan, initialise(plan, { ...draw, counter: places++ }));
        own[plan.name] = variable;
        weights[key] = variable;
      }
      shape = layer.outputShape;
      return { name, layer, weights: own };
    });
    return { layers, outputShape: shape };
  };
  const trunk = build(spec.layers, spec.inputShape);
  const score = build(spec.heads?.score ?? [], trunk.outputShape, 'score-');
  const classes = spec.heads && build(spec.heads.class, trunk.outputShape, 'class-');
  return {
    spec,
    weights,
    trainable: Object.fromEntries(Object.entries(weights).filter(([, weight]) => weight.trainable)),
    outputShape: score.outputShape,
    forward: (x, mode, featureLayer) => {
      let features: tf.Tensor | undefined;
      const run = (layers: BuiltLayer[], input: tf.Tensor) =>
        layers.reduce((value, { name, layer, weights: own }) => {
          const result = layer.apply(value, own, mode);
          if (name === featureLayer) features = result;
          return result;
        }, input);
      const end = run(trunk.layers, x);
      const output = run(score.layers, end);
      return {
        output,
        ...(classes && { classLogits: run(classes.layers, end) }),
        ...(features && { features: tf.reshape(features, [features.shape[0] as number, -1]) as tf.Tensor2D }),
      };
    },
    dispose: () => tf.dispose(weights),
  };
}

const createWeight = ({ shape, trainable }: WeightPlan, values: Float32Array): tf.Variable =>
  tf.tidy(() => tf.variable(tf.tensor(values, shape), trainable));
