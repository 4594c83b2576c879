import type { LayerSpec } from '../layers/layer.ts';
import { completeCritic, generatorInput, type NetworkFamily } from './family.ts';

const keras = { momentum: 0.99, epsilon: 1e-3 };
const steps = [
  { filters: 128, strides: 2 },
  { filters: 64, strides: 2 },
  { filters: 32, strides: 1 },
];

/** Advanced Deep Learning with Keras ch. 4 and 5: 28×28 in [0, 1]; generator 1,301,505 and critic 1,080,577 parameters. */
export const atienza: NetworkFamily = (request) => {
  const [height = 0, width = 0, channels = 0] = request.sampleShape;
  const up = (spec: { filters: number; strides: number }): LayerSpec[] => [
    { type: 'batchNorm', ...keras },
    { type: 'relu' },
    { type: 'conv2dTranspose', kernelSize: 5, ...spec },
  ];
  return {
    generator: {
      inputShape: generatorInput(request),
      layers: [
        { type: 'dense', units: (height / 4) * (width / 4) * 128 },
        { type: 'reshape', targetShape: [height / 4, width / 4, 128] },
        ...steps.flatMap(up),
        ...up({ filters: channels, strides: 1 }),
        { type: 'sigmoid' },
      ],
    },
    ...completeCritic(
      request,
      [
        ...[32, 64, 128, 256].flatMap((filters, i): LayerSpec[] => [
          { type: 'leakyRelu', alpha: 0.2 },
          { type: 'conv2d', filters, kernelSize: 5, strides: i < 3 ? 2 : 1 },
        ]),
        { type: 'leakyRelu', alpha: 0.2 },
      ],
      [{ type: 'dense', units: 128 }],
    ),
    pixelRange: 'unit',
  };
};
