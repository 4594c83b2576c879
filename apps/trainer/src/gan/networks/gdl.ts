import type { LayerSpec } from '../layers/layer.ts';
import { completeCritic, generatorInput, type NetworkFamily } from './family.ts';
import { narrowNormal } from './initialisers.ts';

const leaky: LayerSpec = { type: 'leakyRelu', alpha: 0.2 };
const critic = (filters: number[], lastStride: number): LayerSpec[] =>
  filters.flatMap((count, i): LayerSpec[] => [
    { type: 'conv2d', filters: count, kernelSize: 5, strides: i < filters.length - 1 ? 2 : lastStride },
    leaky,
  ]);

/** Generative Deep Learning ch. 4, WGAN on colour images of 32×32; the generator is that of the book's code. */
export const gdlWgan: NetworkFamily = (request) => {
  const [height = 0, width = 0, channels = 0] = request.sampleShape;
  const normalised: LayerSpec[] = [{ type: 'batchNorm', momentum: 0.8, epsilon: 1e-3 }, leaky];
  const convolution = (filters: number): LayerSpec => ({ type: 'conv2d', filters, kernelSize: 5, strides: 1 });
  const up = (filters: number): LayerSpec[] => [{ type: 'upSampling2d', size: 2 }, convolution(filters), ...normalised];
  return {
    generator: {
      inputShape: generatorInput(request),
      layers: [
        { type: 'dense', units: (height / 8) * (width / 8) * 128 },
        ...normalised,
        { type: 'reshape', targetShape: [height / 8, width / 8, 128] },
        ...[128, 64, 32].flatMap(up),
        { type: 'conv2dTranspose', filters: channels, kernelSize: 5, strides: 1 },
        { type: 'tanh' },
      ],
    },
    ...completeCritic(request, critic([32, 64, 128, 128], 1)),
    initialise: narrowNormal,
  };
};

/** Generative Deep Learning ch. 4, WGAN-GP on faces of 64×64. */
export const gdlWganGp: NetworkFamily = (request) => {
  const [height = 0, width = 0, channels = 0] = request.sampleShape;
  const normalised: LayerSpec[] = [{ type: 'batchNorm', momentum: 0.9, epsilon: 1e-3 }, leaky];
  const up = (filters: number): LayerSpec => ({ type: 'conv2dTranspose', filters, kernelSize: 5, strides: 2 });
  return {
    generator: {
      inputShape: generatorInput(request),
      layers: [
        { type: 'dense', units: (height / 16) * (width / 16) * 512 },
        ...normalised,
        { type: 'reshape', targetShape: [height / 16, width / 16, 512] },
        ...[256, 128, 64].flatMap((filters) => [up(filters), ...normalised]),
        up(channels),
        { type: 'tanh' },
      ],
    },
    ...completeCritic(request, critic([64, 128, 256, 512], 2)),
    initialise: narrowNormal,
  };
};
