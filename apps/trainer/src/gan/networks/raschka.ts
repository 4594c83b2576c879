import type { LayerSpec } from '../layers/layer.ts';
import { completeCritic, generatorInput, type NetworkFamily } from './family.ts';

const keras = { momentum: 0.99, epsilon: 1e-3 };
const leaky: LayerSpec = { type: 'leakyRelu', alpha: 0.3 };
const dropout: LayerSpec = { type: 'dropout', rate: 0.3 };

/**
 * Python Machine Learning 3e ch. 17, 28×28: generator 817,824 parameters, critic 1,040,385 as printed, with batch
 * normalisation. Its last layer, a 7×7 convolution over all that is left, is the same as this dense one.
 */
export const raschka: NetworkFamily = (request) => {
  const { config, sampleShape } = request;
  const [height = 0, width = 0, channels = 0] = sampleShape;
  const up = (filters: number, strides: number): LayerSpec[] => [
    { type: 'conv2dTranspose', filters, kernelSize: 5, strides, useBias: false },
    { type: 'batchNorm', ...keras },
    leaky,
  ];
  const down = (filters: number, strides: number): LayerSpec[] => {
    const convolution: LayerSpec = { type: 'conv2d', filters, kernelSize: 5, strides };
    // As printed: after the first one too, which no other critic has.
    return config.asPrinted ? [convolution, { type: 'batchNorm', ...keras }, leaky] : [convolution, leaky];
  };
  return {
    generator: {
      inputShape: generatorInput(request),
      layers: [
        { type: 'dense', units: (height / 4) * (width / 4) * 128, useBias: false },
        { type: 'batchNorm', ...keras },
        leaky,
        { type: 'reshape', targetShape: [height / 4, width / 4, 128] },
        ...up(128, 1),
        ...up(64, 2),
        ...up(32, 2),
        { type: 'conv2dTranspose', filters: channels, kernelSize: 5, strides: 1, useBias: false },
        { type: 'tanh' },
      ],
    },
    ...completeCritic(config.asPrinted ? { ...request, config: { ...config, criticNormalisation: 'none' } } : request, [
      ...down(64, 1),
      ...down(128, 2),
      dropout,
      ...down(256, 2),
      dropout,
    ]),
  };
};
