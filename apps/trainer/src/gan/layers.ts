import * as tf from '@tensorflow/tfjs-core';

/** One weight of a layer: how it is born and whether the optimiser moves it. */
export interface WeightPlan {
  name: string;
  shape: number[];
  trainable: boolean;
  /** Limit of a uniform draw around 0, or a constant. */
  start: { limit: number } | { value: number };
}

/** Weights of one layer by name. */
export type LayerWeights = Record<string, tf.Variable>;

export interface Layer {
  weights: WeightPlan[];
  /** Without the batch axis. */
  outputShape: number[];
  /** x: [batch, …inputShape] → [batch, …outputShape]. In training mode statistics come from the batch, and move. */
  apply: (x: tf.Tensor, weights: LayerWeights, training: boolean) => tf.Tensor;
}

/** A layer whose input shape (without the batch axis) is not known yet. */
export type LayerPlan = (inputShape: number[]) => Layer;

/** x · kernel + bias for x [batch, in], kernel [in, out]. */
export function dense(units: number, { useBias = true } = {}): LayerPlan {
  return ([inputs = 0]) => ({
    weights: [kernel([inputs, units], inputs, units), ...bias(units, useBias)],
    outputShape: [units],
    apply: (x, w) => addBias(tf.matMul(x as tf.Tensor2D, of(w, 'kernel') as tf.Variable<tf.Rank.R2>), w),
  });
}

export interface Convolution {
  filters: number;
  kernelSize: number;
  strides: number;
  useBias?: boolean;
}

/** Cross-correlation, NHWC, kernel [kh, kw, in, out], TensorFlow's `same` padding (asymmetric where the stride is 2). */
export function conv2d({ filters, kernelSize: k, strides, useBias = true }: Convolution): LayerPlan {
  return ([height = 0, width = 0, channels = 0]) => ({
    weights: [kernel([k, k, channels, filters], k * k * channels, k * k * filters), ...bias(filters, useBias)],
    outputShape: [Math.ceil(height / strides), Math.ceil(width / strides), filters],
    apply: (x, w) => addBias(tf.conv2d(x as tf.Tensor4D, filter(w), strides, 'same'), w),
  });
}

/** The adjoint of `conv2d`: kernel [kh, kw, out, in], output size × strides. */
export function conv2dTranspose({ filters, kernelSize: k, strides, useBias = true }: Convolution): LayerPlan {
  return ([height = 0, width = 0, channels = 0]) => {
    const outputShape: [number, number, number] = [height * strides, width * strides, filters];
    return {
      weights: [kernel([k, k, filters, channels], k * k * channels, k * k * filters), ...bias(filters, useBias)],
      outputShape,
      apply: (x, w) => {
        const shape: [number, number, number, number] = [x.shape[0] as number, ...outputShape];
        return addBias(tf.conv2dTranspose(x as tf.Tensor4D, filter(w), shape, strides, 'same'), w);
      },
    };
  };
}

/** Over all axes but the last; variance biased; in inference mode by the moving statistics (1502.03167 alg. 1, 2). */
export function batchNorm({ momentum = 0.9, epsilon = 1e-5 } = {}): LayerPlan {
  return (inputShape) => {
    const channels = [inputShape.at(-1) as number];
    return {
      weights: [
        { name: 'gamma', shape: channels, trainable: true, start: { value: 1 } },
        { name: 'beta', shape: channels, trainable: true, start: { value: 0 } },
        { name: 'movingMean', shape: channels, trainable: false, start: { value: 0 } },
        { name: 'movingVariance', shape: channels, trainable: false, start: { value: 1 } },
      ],
      outputShape: inputShape,
      apply: (x, w, training) => {
        const axes = x.shape.map((_, axis) => axis).slice(0, -1);
        const mean = training ? tf.mean(x, axes) : of(w, 'movingMean');
        const centred = tf.sub(x, mean);
        const variance = training ? tf.mean(tf.square(centred), axes) : of(w, 'movingVariance');
        if (training) {
          moveTowards(of(w, 'movingMean'), mean, momentum);
          moveTowards(of(w, 'movingVariance'), variance, momentum);
        }
        const scale = tf.mul(of(w, 'gamma'), tf.rsqrt(tf.add(variance, epsilon)));
        return tf.add(tf.mul(centred, scale), of(w, 'beta'));
      },
    };
  };
}

export const relu = (): LayerPlan => elementwise(tf.relu);
export const tanh = (): LayerPlan => elementwise(tf.tanh);
/** `alpha` is the slope below 0; stated always, since libraries differ in their default. */
export const leakyRelu = (alpha: number): LayerPlan => elementwise((x) => tf.leakyRelu(x, alpha));

export function reshape(outputShape: number[]): LayerPlan {
  return () => ({ weights: [], outputShape, apply: (x) => tf.reshape(x, [x.shape[0] as number, ...outputShape]) });
}

export const flatten = (): LayerPlan => (inputShape) => reshape([inputShape.reduce((a, b) => a * b, 1)])(inputShape);

const elementwise =
  (op: (x: tf.Tensor) => tf.Tensor): LayerPlan =>
  (inputShape) => ({ weights: [], outputShape: inputShape, apply: op });

/** Glorot and Bengio's uniform start (AISTATS 2010, eq. 16). */
const kernel = (shape: number[], fanIn: number, fanOut: number): WeightPlan => ({
  name: 'kernel',
  shape,
  trainable: true,
  start: { limit: Math.sqrt(6 / (fanIn + fanOut)) },
});

const bias = (units: number, useBias: boolean): WeightPlan[] =>
  useBias ? [{ name: 'bias', shape: [units], trainable: true, start: { value: 0 } }] : [];

const addBias = (x: tf.Tensor, weights: LayerWeights) => (weights.bias ? tf.add(x, weights.bias) : x);

const of = (weights: LayerWeights, name: string) => weights[name] as tf.Variable;
const filter = (weights: LayerWeights) => of(weights, 'kernel') as tf.Variable<tf.Rank.R4>;

function moveTowards(moving: tf.Variable, value: tf.Tensor, momentum: number): void {
  moving.assign(tf.tidy(() => tf.add(tf.mul(moving, momentum), tf.mul(value, 1 - momentum))));
}
