import { ExplainedError, type NetworkName } from '@duality/shared';
import { atienza } from './atienza.ts';
import { basicMlp } from './basic-mlp.ts';
import { dcgan } from './dcgan.ts';
import type { NetworkFamily, NetworkPair, NetworkRequest } from './family.ts';
import { gdlWgan, gdlWganGp } from './gdl.ts';
import { mlp } from './mlp.ts';
import { pacganMlp } from './pacgan-mlp.ts';
import { raschka } from './raschka.ts';
import { smallConv } from './small-conv.ts';

const families: Record<NetworkName, { create: NetworkFamily; multipleOf: number }> = {
  'small-conv': { create: smallConv, multipleOf: 4 },
  mlp: { create: mlp, multipleOf: 1 },
  'pacgan-mlp': { create: pacganMlp, multipleOf: 1 },
  dcgan: { create: dcgan, multipleOf: 32 },
  'gdl-wgan': { create: gdlWgan, multipleOf: 8 },
  'gdl-wgan-gp': { create: gdlWganGp, multipleOf: 16 },
  atienza: { create: atienza, multipleOf: 4 },
  raschka: { create: raschka, multipleOf: 4 },
  'basic-mlp': { create: basicMlp, multipleOf: 1 },
};

/** The networks that the config names, for samples of this shape; throws an ExplainedError where they do not fit. */
export function createPair(request: NetworkRequest): NetworkPair {
  const { network } = request.config;
  const { create, multipleOf } = families[network];
  const [height = 0, width = 0] = request.sampleShape;
  if (request.sampleShape.length === 3 && (height % multipleOf !== 0 || width % multipleOf !== 0)) {
    throw new ExplainedError(
      `the networks "${network}" need images whose sides are multiples of ${multipleOf}, not ${height} × ${width}; ` +
        'resize them with --set imageSize=N',
    );
  }
  return create(request);
}
