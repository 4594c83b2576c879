import type { LayerSpec } from '../layers/layer.ts';
import { completeCritic, generatorInput, type NetworkFamily } from './family.ts';
import { narrowNormal } from './initialisers.ts';

const times = (count: number, layers: LayerSpec[]) => Array.from({ length: count }, () => layers).flat();

/** The networks of PacGAN's experiments with points (1712.04086 §4.1, their code). */
export const pacganMlp: NetworkFamily = (request) => ({
  generator: {
    inputShape: generatorInput(request),
    layers: [
      ...times(4, [{ type: 'dense', units: 400, useBias: false }, { type: 'batchNorm' }, { type: 'relu' }]),
      { type: 'dense', units: request.sampleShape.reduce((a, b) => a * b, 1) },
    ],
  },
  ...completeCritic(request, times(3, [{ type: 'maxout', units: 200, pieces: 5 }])),
  initialise: narrowNormal,
});
