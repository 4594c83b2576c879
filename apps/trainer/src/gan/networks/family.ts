import type { RunConfig } from '@duality/shared';
import type { LayerSpec } from '../layers/layer.ts';
import type { Initialiser } from './initialisers.ts';
import type { NetworkSpec } from './network.ts';

export interface NetworkRequest {
  config: RunConfig;
  /** Of one real sample: [height, width, channels] or [coordinates]. */
  sampleShape: readonly number[];
  /** How many classes a conditional system has; 0 for others. */
  classes: number;
}

/** A generator and a critic that fit each other and the data. */
export interface NetworkPair {
  generator: NetworkSpec;
  critic: NetworkSpec;
  initialise?: Initialiser;
  /** Where pixels lie: [−1, 1] unless said. */
  pixelRange?: 'unit';
  /** Critic layer whose output is matched by feature matching. */
  featureLayer: string;
}

export type NetworkFamily = (request: NetworkRequest) => NetworkPair;

/** The generator of a conditional system starts from the noise and the class, concatenated. */
export const generatorInput = ({ config, classes }: NetworkRequest): number[] => [config.latentSize + classes];

type Weighted = Extract<LayerSpec, { type: 'dense' | 'conv2d' | 'conv2dTranspose' }>;
const isWeighted = (spec: LayerSpec): spec is Weighted => spec.type === 'dense' || spec.type === 'conv2d';

/**
 * A critic from its hidden layers: what the config asks of every critic is added, that is packed samples,
 * normalisation after all weighted layers but the first, a minibatch layer, and the heads.
 */
export function completeCritic(
  { config, sampleShape, classes }: NetworkRequest,
  hidden: LayerSpec[],
  classHead: LayerSpec[] = [],
): Pick<NetworkPair, 'critic' | 'featureLayer'> {
  const { criticNormalisation: normalisation, minibatchLayer, packing } = config;
  const inputShape = [...sampleShape.slice(0, -1), (sampleShape.at(-1) as number) * packing];
  const spectral = (spec: LayerSpec): LayerSpec =>
    normalisation === 'spectral' && isWeighted(spec) ? { ...spec, spectralNorm: true } : spec;
  const first = hidden.findIndex((spec) => isWeighted(spec));
  const layers: LayerSpec[] = hidden.flatMap((spec, place) => {
    const isNormalised = isWeighted(spec) && place > first;
    if (isNormalised && normalisation === 'batch') return [spec, { type: 'batchNorm' }];
    if (isNormalised && normalisation === 'layer') return [spec, { type: 'layerNorm' }];
    return [spectral(spec)];
  });
  layers.push({ type: 'flatten', name: 'features' });
  if (minibatchLayer === 'discrimination') layers.push({ type: 'minibatchDiscrimination', kernels: 50, kernelDim: 5 });
  if (minibatchLayer === 'stddev') layers.push({ type: 'minibatchStddev' });
  const score: LayerSpec[] = [spectral({ type: 'dense', units: 1 })];
  const critic =
    classes === 0
      ? { inputShape, layers: [...layers, ...score] }
      : { inputShape, layers, heads: { score, class: [...classHead, { type: 'dense', units: classes } as LayerSpec] } };
  return { critic, featureLayer: 'features' };
}
