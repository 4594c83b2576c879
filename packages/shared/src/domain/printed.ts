import type { RunConfig } from './config.ts';
import type { NetworkName } from './network.ts';

/**
 * What a seed document does that its paper does not, and that a run repeats when it is trained as printed:
 * - `separate-updates`: real and generated batch in two critic updates instead of one joint gradient
 * - `halved-losses`: the losses of the two halves are averaged, not summed
 * - `clipped-statistics`: clipping cuts moving statistics of batch normalisation too
 * - `penalty-in-inference`: the penalty is taken with the critic in inference mode, which is another function
 * - `shared-fakes`: the generator learns from the noise that the critic has just seen
 * - `clamped-probabilities`: cross-entropy of a sigmoid, its logarithm cut at −100
 * - `fresh-grids`: sample grids from fresh noise, with batch statistics
 * - `shared-optimiser`: one optimiser for both networks; Keras keeps moments for each weight, so that they share only the
 *   count of updates
 */
export type Mistake =
  | 'separate-updates'
  | 'halved-losses'
  | 'clipped-statistics'
  | 'penalty-in-inference'
  | 'shared-fakes'
  | 'clamped-probabilities'
  | 'fresh-grids'
  | 'shared-optimiser';

interface SeedDocument {
  mistakes: readonly Mistake[];
  /** What the config is as printed, where that differs from the corrected preset. */
  config: Partial<RunConfig>;
  /** The difference, for a person, with the equation. */
  difference: string;
}

const seeds: Partial<Record<NetworkName, SeedDocument>> = {
  'gdl-wgan': {
    mistakes: ['separate-updates', 'halved-losses', 'clipped-statistics'],
    config: {},
    difference:
      'The printed code moves the critic twice a batch, once for real and once for generated images, takes the mean of both for its loss, and clips moving statistics too; corrected, it follows the one gradient of E f(g) − E f(x) and its trainable weights are clipped afterwards (1701.07875 alg. 1, lines 5–7).',
  },
  'gdl-wgan-gp': {
    mistakes: [],
    config: { adamBeta1: 0.5, adamBeta2: 0.999, learningRate: 2e-4 },
    difference:
      'The printed code cannot run (a name is undefined, a return is missing), so only its settings are kept as printed: Adam 2e-4 with β (0.5, 0.999); corrected, Adam 1e-4 with β (0, 0.9), and in both one mixing number a sample in x̂ = αx + (1 − α)g (1704.00028 alg. 1).',
  },
  atienza: {
    mistakes: ['separate-updates', 'halved-losses', 'shared-optimiser'],
    config: {},
    difference:
      'The printed code moves the critic twice a batch, once for real and once for generated images, shows their mean, −Ŵ/2, as the loss, and gives one RMSProp to both networks, which in Keras share only its count of updates, by which a rate would decay; corrected, each has its own and the critic follows the one gradient of E f(g) − E f(x) (1701.07875 alg. 1, lines 5–6).',
  },
  raschka: {
    mistakes: ['penalty-in-inference', 'shared-fakes'],
    config: { criticNormalisation: 'batch', criticSteps: 1, learningRate: 2e-4, adamBeta1: 0.9, adamBeta2: 0.999 },
    difference:
      'The printed code takes the penalty λ E(‖∇f(x̂)‖ − 1)² through batch normalisation in inference mode, so another function is penalised than is trained, with one critic step, Adam β (0.9, 0.999) and the same generated batch for both networks; corrected, the critic has no batch normalisation, five steps with fresh noise and Adam 1e-4 with β (0, 0.9) (1704.00028 §4, alg. 1).',
  },
  'basic-mlp': {
    mistakes: ['halved-losses', 'clamped-probabilities', 'fresh-grids'],
    config: {},
    difference:
      'The printed loss is ½[−E log σ(f(x)) − E log(1 − σ(f(g)))] with each logarithm cut at −100, and grids come from fresh noise with batch statistics; corrected, it is E sp(−f(x)) + E sp(f(g)) on logits, and grids come from fixed noise in inference mode (1406.2661 eq. 1).',
  },
};

const faithful: SeedDocument = {
  mistakes: [],
  config: {},
  difference: 'The printed code does here what its paper says, so that both variants are the same.',
};

/** The seed document whose networks these are; only its WGAN of Keras strays from the paper, its others do not. */
export const findSeedDocument = ({
  network,
  system,
}: Pick<RunConfig, 'network' | 'system'>): SeedDocument | undefined =>
  network === 'atienza' && system !== 'wgan-clip' ? faithful : seeds[network];

/** What a run repeats on purpose. */
export const mistakesOf = (config: Pick<RunConfig, 'network' | 'system' | 'asPrinted'>): ReadonlySet<Mistake> =>
  new Set(config.asPrinted ? findSeedDocument(config)?.mistakes : []);
