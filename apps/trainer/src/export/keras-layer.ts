import { ExplainedError } from '@duality/shared';
import type { LayerSpec } from '../gan/layers/layer.ts';

/** A layer as TensorFlow.js and Keras write it. */
export interface KerasLayer {
  class_name: string;
  config: Record<string, unknown>;
  /** Keras' name of each weight, by ours, in Keras' order. */
  weights: Record<string, string>;
}

type Spec<T extends LayerSpec['type']> = Extract<LayerSpec, { type: T }>;

/** The same function in inference mode; throws an ExplainedError for a layer that Keras has no name for. */
export function toKeras(spec: LayerSpec): KerasLayer {
  switch (spec.type) {
    case 'dense':
      refuseSpectral(spec);
      return weighted('Dense', { units: spec.units }, spec);
    case 'conv2d':
    case 'conv2dTranspose':
      refuseSpectral(spec);
      return weighted(spec.type === 'conv2d' ? 'Conv2D' : 'Conv2DTranspose', convolution(spec), spec);
    case 'batchNorm':
      return {
        class_name: 'BatchNormalization',
        config: { axis: -1, momentum: spec.momentum ?? 0.9, epsilon: spec.epsilon ?? 1e-5 },
        weights: { gamma: 'gamma', beta: 'beta', movingMean: 'moving_mean', movingVariance: 'moving_variance' },
      };
    case 'layerNorm':
      return {
        class_name: 'LayerNormalization',
        config: { axis: -1, epsilon: spec.epsilon ?? 1e-5 },
        weights: { gamma: 'gamma', beta: 'beta' },
      };
    case 'leakyRelu':
      return plain('LeakyReLU', { alpha: spec.alpha });
    case 'elu':
      if (spec.alpha === 1) return plain('ELU', { alpha: 1 });
      throw new ExplainedError(`a layer "elu" of α ${spec.alpha} has no equal in TensorFlow.js, which knows α 1 only`);
    case 'relu':
    case 'tanh':
    case 'sigmoid':
    case 'softplus':
    case 'swish':
      return plain('Activation', { activation: spec.type });
    case 'flatten':
      return plain('Flatten', { data_format: 'channels_last' });
    case 'reshape':
      return plain('Reshape', { target_shape: spec.targetShape });
    case 'upSampling2d':
      return plain('UpSampling2D', { size: [spec.size, spec.size], data_format: 'channels_last' });
    case 'dropout':
      return plain('Dropout', { rate: spec.rate });
    default:
      throw new ExplainedError(`a layer "${spec.type}" has no equal in TensorFlow.js, so this network is not exported`);
  }
}

const plain = (className: string, config: Record<string, unknown>): KerasLayer => ({
  class_name: className,
  config,
  weights: {},
});

const weighted = (className: string, config: Record<string, unknown>, { useBias = true }: { useBias?: boolean }) => ({
  class_name: className,
  config: { ...config, activation: 'linear', use_bias: useBias },
  weights: { kernel: 'kernel', ...(useBias && { bias: 'bias' }) } as Record<string, string>,
});

const convolution = ({ filters, kernelSize, strides, padding = 'same' }: Spec<'conv2d' | 'conv2dTranspose'>) => ({
  filters,
  kernel_size: [kernelSize, kernelSize],
  strides: [strides, strides],
  padding,
  data_format: 'channels_last',
  dilation_rate: [1, 1],
});

function refuseSpectral({ spectralNorm = false }: { spectralNorm?: boolean }): void {
  if (spectralNorm)
    throw new ExplainedError('spectral normalisation has no equal in TensorFlow.js, so this is not exported');
}
