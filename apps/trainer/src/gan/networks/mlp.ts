import type { LayerSpec } from '../layers/layer.ts';
import { completeCritic, generatorInput, type NetworkFamily } from './family.ts';
import { heNormal } from './initialisers.ts';

/** Three hidden layers of ReLU in both networks, as WGAN-GP's authors use them for points (1704.00028, their code). */
export const mlp: NetworkFamily = (request) => {
  const { config, sampleShape } = request;
  const size = sampleShape.reduce((a, b) => a * b, 1);
  const hidden = (): LayerSpec[] =>
    [1, 2, 3].flatMap((): LayerSpec[] => [{ type: 'dense', units: config.hiddenSize }, { type: 'relu' }]);
  const isImage = sampleShape.length > 1;
  const asImage: LayerSpec[] = [{ type: 'tanh' }, { type: 'reshape', targetShape: [...sampleShape] }];
  return {
    generator: {
      inputShape: generatorInput(request),
      layers: [...hidden(), { type: 'dense', units: size }, ...(isImage ? asImage : [])],
    },
    ...completeCritic(request, [...(isImage ? [{ type: 'flatten' } as LayerSpec] : []), ...hidden()]),
    initialise: heNormal,
  };
};
