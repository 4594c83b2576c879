import type { LayerSpec } from '../layers/layer.ts';
import { completeCritic, generatorInput, type NetworkFamily } from './family.ts';
import { fanInUniform } from './initialisers.ts';

const leaky: LayerSpec = { type: 'leakyRelu', alpha: 0.2 };

/**
 * The fully connected GAN of a tutorial, for Fashion-MNIST at 32×32: generator 1,756,032 trainable parameters,
 * discriminator 656,385. Its sigmoid is part of the loss.
 */
export const basicMlp: NetworkFamily = (request) => {
  const size = request.sampleShape.reduce((a, b) => a * b, 1);
  const normalised = (units: number): LayerSpec[] => [{ type: 'dense', units }, { type: 'batchNorm' }, leaky];
  return {
    generator: {
      inputShape: generatorInput(request),
      layers: [
        { type: 'dense', units: 128 },
        leaky,
        ...normalised(256),
        ...normalised(512),
        ...normalised(1024),
        { type: 'dense', units: size },
        { type: 'tanh' },
        { type: 'reshape', targetShape: [...request.sampleShape] },
      ],
    },
    ...completeCritic(request, [
      { type: 'flatten' },
      { type: 'dense', units: 512 },
      leaky,
      { type: 'dense', units: 256 },
      leaky,
    ]),
    initialise: fanInUniform,
  };
};
