import type * as tf from '@tensorflow/tfjs-core';

/** A layer as data: the form in which networks are written, checked, exported and read from reference cases. */
export type LayerSpec = { name?: string } & (
  | { type: 'dense'; units: number; useBias?: boolean; spectralNorm?: boolean }
  | ({ type: 'conv2d' | 'conv2dTranspose'; spectralNorm?: boolean } & Convolution)
  | { type: 'batchNorm'; momentum?: number; epsilon?: number }
  | { type: 'layerNorm'; epsilon?: number }
  | { type: 'leakyRelu' | 'elu'; alpha: number }
  | { type: 'relu' | 'tanh' | 'sigmoid' | 'softplus' | 'swish' | 'flatten' | 'minibatchStddev' }
  | { type: 'reshape'; targetShape: number[] }
  | { type: 'upSampling2d'; size: number }
  | { type: 'minibatchDiscrimination'; kernels: number; kernelDim: number }
  | { type: 'maxout'; units: number; pieces: number }
  | { type: 'dropout'; rate: number }
);

interface Convolution {
  filters: number;
  kernelSize: number;
  strides: number;
  padding?: 'same' | 'valid';
  useBias?: boolean;
}

/** One weight of a layer: how it is born and whether the optimiser moves it. */
export interface WeightPlan {
  name: string;
  shape: number[];
  trainable: boolean;
  /** How many numbers flow into and out of a unit, or a constant. */
  start: { fanIn: number; fanOut: number } | { value: number };
}

/** Weights of one layer by name. */
export type LayerWeights = Record<string, tf.Variable>;

/** How a network is applied. */
export interface Mode {
  /** Statistics come from the batch, and move; dropout drops. */
  training: boolean;
  /** In training mode: moving statistics and power iterations stay as they are. */
  isFrozen?: boolean;
  /** Numbers uniform in [0, 1) for dropout, fresh at each call; without it nothing is dropped. */
  uniforms?: (length: number) => tf.Tensor1D;
}

export interface Layer {
  weights: WeightPlan[];
  /** Without the batch axis. */
  outputShape: number[];
  /** x: [batch, …inputShape] → [batch, …outputShape]. */
  apply: (x: tf.Tensor, weights: LayerWeights, mode: Mode) => tf.Tensor;
}

/** Makes the layer of a spec whose input has `inputShape` (without the batch axis). */
export type CreateLayer<T extends LayerSpec['type']> = (
  spec: Extract<LayerSpec, { type: T }>,
  inputShape: number[],
) => Layer;

export const of = (weights: LayerWeights, name: string) => weights[name] as tf.Variable;
