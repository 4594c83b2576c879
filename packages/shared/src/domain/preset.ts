import { parseConfig, type RunConfig } from './config.ts';
import { ArgumentError, NotFoundError } from './errors.ts';

/** A named config that reproduces a source. */
export interface Preset {
  name: string;
  title: string;
  /** One line for lists. */
  summary: string;
  config: RunConfig;
}

export const presets: readonly Preset[] = [
  {
    name: 'wgan-gp-mnist',
    title: 'WGAN-GP on MNIST',
    summary: 'Wasserstein GAN with gradient penalty on 28×28 digits; small networks, recognisable digits in minutes.',
    config: {
      system: 'wgan-gp',
      dataset: 'mnist',
      steps: 3000,
      seed: 1,
      batchSize: 64,
      latentSize: 64,
      criticSteps: 5,
      learningRate: 2e-4,
      adamBeta1: 0,
      adamBeta2: 0.9,
      gradientPenaltyWeight: 10,
      emaDecay: 0,
      sampleEvery: 50,
      checkpointEvery: 100,
      evaluateEvery: 50,
    },
  },
];

export function getPreset(name: string): Preset {
  const preset = presets.find((candidate) => candidate.name === name);
  if (preset) return preset;
  throw new NotFoundError(`there is no preset "${name}"; the presets are ${presets.map((p) => p.name).join(', ')}`);
}

/** The preset's config with `overrides` in place; throws an ArgumentError naming every wrong key and value. */
export function configure(preset: Preset, overrides: Record<string, unknown>): RunConfig {
  return parseConfig({ ...preset.config, ...overrides });
}

/** Reads `key=value` as typed on a command line: a JSON value where it is one, otherwise the text itself. */
export function parseAssignment(text: string): [key: string, value: unknown] {
  const at = text.indexOf('=');
  if (at < 1) throw new ArgumentError(`--set ${text}: must have the form key=value`);
  const value = text.slice(at + 1);
  try {
    return [text.slice(0, at), JSON.parse(value)];
  } catch {
    return [text.slice(0, at), value];
  }
}
