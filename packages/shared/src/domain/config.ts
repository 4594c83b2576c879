import { z } from 'zod';
import { stopOnNames } from './doctor/rule-names.ts';
import { DatasetName, SystemName } from './name-schemas.ts';
import { NetworkName } from './network.ts';

const whole = (least: number, most: number) => z.int().min(least).max(most);
const real = (least: number, most: number) => z.number().min(least).max(most);
const share = () => z.number().min(0).lt(1);
const say = (title: string, description: string) => ({ title, description });

/**
 * Hyper-parameters of a run, set at its start and never changed (only `steps` may be extended). Keys that came later
 * have a default, so that older stores still read.
 */
export const RunConfig = z.strictObject({
  system: SystemName.meta(say('System', 'Loss and regulariser that are trained.')),
  dataset: DatasetName.meta(say('Data set', 'Where the real samples come from.')),
  network: NetworkName.default('small-conv').meta(say('Networks', 'The pair of generator and critic.')),
  steps: whole(1, 100_000_000).meta(say('Steps', 'Generator updates until the run is complete.')),
  seed: whole(0, Number.MAX_SAFE_INTEGER).meta(say('Seed', 'The same seed gives the same curve on the same engine.')),
  batchSize: whole(1, 4096).meta(say('Batch size', 'Real samples in one critic update.')),
  latentSize: whole(1, 4096).meta(say('Latent size', 'Width of the noise z that the generator starts from.')),
  latentDistribution: z
    .enum(['normal', 'uniform'])
    .default('normal')
    .meta(say('Latent distribution', 'The noise is drawn from N(0, 1) or from U(−1, 1).')),
  criticSteps: whole(1, 100).meta(say('Critic steps', 'Critic updates in each generator update (n_critic).')),
  optimiser: z
    .enum(['adam', 'rmsprop', 'sgd'])
    .default('adam')
    .meta(say('Optimiser', 'Rule by which both networks move; each has its own moments.')),
  learningRate: z.number().positive().max(1).meta(say('Learning rate', 'Step size of the optimiser.')),
  generatorLearningRate: real(0, 1)
    .default(0)
    .meta(say('Learning rate, generator', 'Its own rate (TTUR, 1706.08500); 0 takes that of the critic.')),
  learningRateDecay: real(0, 1)
    .default(0)
    .meta(say('Learning rate decay', 'The rate of update t is divided by 1 + decay · (t − 1).')),
  adamBeta1: share().meta(say('Adam β₁', 'Decay of the mean of gradients; 0 for WGAN-GP.')),
  adamBeta2: share().meta(say('Adam β₂', 'Decay of the mean of squared gradients.')),
  rmspropRho: share().default(0.9).meta(say('RMSProp ρ', 'Decay of the mean of squared gradients.')),
  gradientPenaltyWeight: real(0, 1e6).meta(
    say('Penalty weight λ', 'Weight of the gradient penalty in the critic loss; γ for R1, which counts half of it.'),
  ),
  clipValue: z
    .number()
    .positive()
    .max(1e6)
    .default(0.01)
    .meta(say('Clip value c', 'Critic weights are cut to [−c, c] after each update of a WGAN with clipping.')),
  leastSquaresCoding: z
    .enum(['0-1', 'pearson'])
    .default('0-1')
    .meta(say('Least-squares coding', 'LSGAN targets (a, b, c): (0, 1, 1), or (−1, 1, 0), which is Pearson χ².')),
  generatorLoss: z
    .enum(['own', 'feature-matching'])
    .default('own')
    .meta(say('Generator loss', "The system's own, or ‖E φ(x) − E φ(g)‖² of critic features (1606.03498 §3.1).")),
  criticNormalisation: z
    .enum(['none', 'layer', 'batch', 'spectral'])
    .default('none')
    .meta(say('Critic normalisation', 'Layer (1607.06450), batch (1502.03167) or spectral (1802.05957).')),
  minibatchLayer: z
    .enum(['none', 'discrimination', 'stddev'])
    .default('none')
    .meta(say('Minibatch layer', 'Lets the critic compare samples (1606.03498 §3.2, 1710.10196 §3).')),
  packing: whole(1, 16).default(1).meta(say('Packing m', 'The critic sees m samples at once (PacGAN, 1712.04086).')),
  driftWeight: real(0, 1e6)
    .default(0)
    .meta(say('Drift weight ε', 'ε E f(x)² keeps the level of the critic near 0 (1710.10196).')),
  hiddenSize: whole(1, 4096).default(128).meta(say('Hidden size', 'Width of the hidden layers of the MLP networks.')),
  emaDecay: share().meta(
    say('EMA decay', 'Sample grids come from a moving average of the generator; 0 takes the generator itself.'),
  ),
  imageSize: whole(0, 512).default(0).meta(say('Image size', 'Images are resized to this side; 0 leaves them.')),
  imageChannels: z
    .union([z.literal(0), z.literal(1), z.literal(3)])
    .default(0)
    .meta(say('Image channels', '1 for grey, 3 for colour, 0 as the files are.')),
  onlyClass: whole(-1, 9999).default(-1).meta(say('Only class', 'Trains on one class of the data; −1 takes all.')),
  trainingSamples: whole(0, 100_000_000)
    .default(0)
    .meta(say('Training samples', 'Trains on so many, chosen by the seed; 0 takes all.')),
  asPrinted: z
    .boolean()
    .default(false)
    .meta(say('As printed', 'Repeats the mistakes of the seed document instead of correcting them.')),
  sampleEvery: whole(1, 1_000_000).meta(
    say('Sample every', 'Steps between sample grids, after the early ones at 1, 2, 4, 8 …'),
  ),
  checkpointEvery: whole(1, 1_000_000).meta(
    say('Checkpoint every', 'Steps between checkpoints; one is also saved when a run stops.'),
  ),
  keepCheckpointEvery: whole(0, 100_000_000)
    .default(0)
    .meta(say('Keep every', 'Checkpoints at multiples of this step are kept beside the newest two; 0 for none.')),
  evaluateEvery: whole(0, 1_000_000).meta(
    say('Evaluate every', 'Steps between evaluations on held-out samples; 0 for never.'),
  ),
  stopOn: z
    .enum(stopOnNames)
    .default('nothing')
    .meta(say('Stop on', "What the doctor stops the run for: errors, errors and warnings, or one rule's alert.")),
});
export type RunConfig = z.infer<typeof RunConfig>;
export type RunConfigKey = keyof RunConfig;

export const runConfigKeys = Object.keys(RunConfig.shape) as RunConfigKey[];
