import { z } from 'zod';
import { ArgumentError } from './errors.ts';

const field = (schema: z.ZodType<number>, title: string, description: string) => schema.meta({ title, description });
const whole = (least: number, most: number) => z.int().min(least).max(most);
const real = (least: number, most: number) => z.number().min(least).max(most);

/** Hyper-parameters of a run, set at its start and never changed (only `steps` may be extended). */
export const RunConfig = z.strictObject({
  system: z.literal('wgan-gp').meta({ title: 'System', description: 'Loss and regulariser that are trained.' }),
  dataset: z.literal('mnist').meta({ title: 'Data set', description: 'Where the real images come from.' }),
  steps: field(whole(1, 100_000_000), 'Steps', 'Generator updates until the run is complete.'),
  seed: field(whole(0, Number.MAX_SAFE_INTEGER), 'Seed', 'The same seed gives the same curve on the same engine.'),
  batchSize: field(whole(1, 4096), 'Batch size', 'Real images in one critic update.'),
  latentSize: field(whole(1, 4096), 'Latent size', 'Width of the noise z that the generator starts from.'),
  criticSteps: field(whole(1, 100), 'Critic steps', 'Critic updates in each generator update (n_critic).'),
  learningRate: field(z.number().positive().max(1), 'Learning rate', 'Adam step size of both networks.'),
  adamBeta1: field(z.number().min(0).lt(1), 'Adam β₁', 'Decay of the mean of gradients; 0 for WGAN-GP.'),
  adamBeta2: field(z.number().min(0).lt(1), 'Adam β₂', 'Decay of the mean of squared gradients.'),
  gradientPenaltyWeight: field(real(0, 1e6), 'Penalty weight λ', 'Weight of the gradient penalty in the critic loss.'),
  emaDecay: field(
    z.number().min(0).lt(1),
    'EMA decay',
    'Sample grids come from a moving average of the generator; 0 takes the generator itself.',
  ),
  sampleEvery: field(
    whole(1, 1_000_000),
    'Sample every',
    'Steps between sample grids, after the early ones at 1, 2, 4, 8 …',
  ),
  checkpointEvery: field(
    whole(1, 1_000_000),
    'Checkpoint every',
    'Steps between checkpoints; one is also saved when a run stops.',
  ),
  evaluateEvery: field(
    whole(0, 1_000_000),
    'Evaluate every',
    'Steps between evaluations on held-out images; 0 for never.',
  ),
});
export type RunConfig = z.infer<typeof RunConfig>;
export type RunConfigKey = keyof RunConfig;

export const runConfigKeys = Object.keys(RunConfig.shape) as RunConfigKey[];

/** One thing wrong with a config: the key (`''` for the whole) and what is wrong with it. */
export interface ConfigProblem {
  key: string;
  message: string;
}

/** All that is wrong with `config`, in the words that forms and commands show; nothing when it is valid. */
export function findConfigProblems(config: unknown): ConfigProblem[] {
  const result = RunConfig.safeParse(config);
  return result.success ? [] : result.error.issues.flatMap((issue) => describe(issue, config));
}

/** The config, or an ArgumentError that names every problem at once. */
export function parseConfig(config: unknown): RunConfig {
  const problems = findConfigProblems(config);
  if (problems.length === 0) return RunConfig.parse(config);
  throw new ArgumentError(problems.map(({ key, message }) => (key ? `${key}: ${message}` : message)).join('; '));
}

function describe(issue: z.core.$ZodIssue, config: unknown): ConfigProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ key, message: `unknown key; the keys are ${runConfigKeys.join(', ')}` }));
  }
  const key = String(issue.path[0] ?? '');
  const given = (config as Record<string, unknown> | null | undefined)?.[key];
  return [{ key, message: given === undefined ? 'is missing' : `${sentence(issue)}, not ${JSON.stringify(given)}` }];
}

function sentence(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      return issue.inclusive ? `must be at least ${issue.minimum}` : `must be more than ${issue.minimum}`;
    case 'too_big':
      return issue.inclusive ? `must be at most ${issue.maximum}` : `must be less than ${issue.maximum}`;
    case 'invalid_type':
      return issue.expected === 'int' ? 'must be a whole number' : `must be a ${issue.expected}`;
    case 'invalid_value':
      return `must be ${issue.values.map(String).join(' or ')}`;
    default:
      return issue.message;
  }
}
