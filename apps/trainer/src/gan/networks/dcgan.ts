import { ExplainedError } from '@duality/shared';
import type { LayerSpec } from '../layers/layer.ts';
import { completeCritic, generatorInput, type NetworkFamily } from './family.ts';
import { narrowNormal } from './initialisers.ts';

const k5s2 = { kernelSize: 5, strides: 2 } as const;

/** DCGAN's own networks (1511.06434 fig. 1, §4), for square images of 32, 64 or 128. */
export const dcgan: NetworkFamily = (request) => {
  const [size = 0, width = 0, channels = 0] = request.sampleShape;
  const halvings = Math.log2(size / 4);
  if (size !== width || !Number.isInteger(halvings) || halvings < 3 || halvings > 5) {
    throw new ExplainedError(
      `the networks "dcgan" need square images of 32, 64 or 128, not ${size} × ${width}; add --set imageSize=64`,
    );
  }
  const filters = Array.from({ length: halvings }, (_, i) => 64 * 2 ** i); // 64, 128, 256, 512
  const widest = 64 * 2 ** halvings;
  const up = (count: number): LayerSpec[] => [
    { type: 'conv2dTranspose', filters: count, ...k5s2, useBias: false },
    { type: 'batchNorm' },
    { type: 'relu' },
  ];
  return {
    generator: {
      inputShape: generatorInput(request),
      layers: [
        { type: 'dense', units: 16 * widest, useBias: false },
        { type: 'batchNorm' },
        { type: 'relu' },
        { type: 'reshape', targetShape: [4, 4, widest] },
        ...filters.slice(1).reverse().flatMap(up),
        { type: 'conv2dTranspose', filters: channels, ...k5s2 },
        { type: 'tanh' },
      ],
    },
    ...completeCritic(
      request,
      filters.flatMap((count): LayerSpec[] => [
        { type: 'conv2d', filters: count, ...k5s2 },
        { type: 'leakyRelu', alpha: 0.2 },
      ]),
    ),
    initialise: narrowNormal,
  };
};
