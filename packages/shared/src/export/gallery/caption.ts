import { type RunConfigKey, runConfigKeys } from '../../domain/config.ts';
import { hasEffect } from '../../domain/config-effect.ts';
import type { Run } from '../../domain/run.ts';

/** What is said of a run where there is nothing to tell it from. */
const mainKeys: readonly RunConfigKey[] = [
  'system',
  'dataset',
  'network',
  'batchSize',
  'latentSize',
  'criticSteps',
  'optimiser',
  'learningRate',
  'gradientPenaltyWeight',
  'clipValue',
  'seed',
];

/** How long and how often something is stored says nothing about the samples. */
const bookkeeping: readonly RunConfigKey[] = [
  'steps',
  'sampleEvery',
  'checkpointEvery',
  'keepCheckpointEvery',
  'evaluateEvery',
  'stopOn',
];

export interface Captions {
  /** What all runs have in common, as `key=value`; empty for a single run. */
  shared: string[];
  /** A run's name, and of its parameters those that tell it from the others; the main ones of a single run. */
  of: (run: Run) => { name: string; parameters: string[] };
}

export function captionRuns(runs: readonly Run[]): Captions {
  const differs = (key: RunConfigKey) => new Set(runs.map(({ config }) => config[key])).size > 1;
  const differing = runConfigKeys.filter((key) => differs(key) && !bookkeeping.includes(key));
  const isMain = (key: RunConfigKey) => mainKeys.includes(key) && runs.some(({ config }) => hasEffect(key, config));
  const alike = mainKeys.filter((key) => isMain(key) && !differs(key));
  const write = (keys: readonly RunConfigKey[], { config }: Pick<Run, 'config'>) =>
    keys.filter((key) => hasEffect(key, config)).map((key) => `${key}=${config[key]}`);
  const [first] = runs;
  return {
    shared: runs.length > 1 && first ? write(alike, first) : [],
    of: (run) => ({ name: `#${run.id} ${run.name}`, parameters: write(runs.length === 1 ? alike : differing, run) }),
  };
}

export const captionStep = (step: number | undefined, { config }: Pick<Run, 'config'>): string =>
  step === undefined ? 'no samples yet' : `step ${formatStep(step)} of ${formatStep(config.steps)}`;

export const formatStep = (step: number): string => step.toLocaleString('en');
