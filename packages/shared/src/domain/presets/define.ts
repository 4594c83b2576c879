import type { z } from 'zod';
import { RunConfig } from '../config.ts';

/** A named config that reproduces a source. */
export interface Preset {
  name: string;
  title: string;
  /** One line for lists. */
  summary: string;
  config: RunConfig;
}

/** What most presets share: WGAN-GP's own settings (1704.00028 alg. 1). */
const base = {
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
  evaluateEvery: 250,
} as const;

/** `name` with what differs from `base`. */
export const definePreset = (
  name: string,
  title: string,
  summary: string,
  config: Partial<z.input<typeof RunConfig>>,
): Preset => ({ name, title, summary, config: RunConfig.parse({ ...base, ...config }) });

/** Presets of one kind, under a heading for people. */
export interface PresetGroup {
  title: string;
  presets: readonly Preset[];
}
