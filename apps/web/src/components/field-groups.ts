import { hasEffect, type RunConfig } from '@duality/shared';
import { type ConfigField, configFields } from './config-fields.ts';

const groups: Record<string, readonly string[]> = {
  System: [
    'system',
    'dataset',
    'network',
    'asPrinted',
    'gradientPenaltyWeight',
    'clipValue',
    'leastSquaresCoding',
    'generatorLoss',
    'criticNormalisation',
    'minibatchLayer',
    'packing',
    'driftWeight',
    'hiddenSize',
    'latentSize',
    'latentDistribution',
    'imageSize',
    'imageChannels',
    'onlyClass',
    'trainingSamples',
  ],
  Training: ['steps', 'seed', 'batchSize', 'criticSteps', 'emaDecay'],
  Optimiser: [
    'optimiser',
    'learningRate',
    'generatorLearningRate',
    'learningRateDecay',
    'adamBeta1',
    'adamBeta2',
    'rmspropRho',
  ],
  Schedule: ['sampleEvery', 'evaluateEvery', 'checkpointEvery', 'keepCheckpointEvery', 'stopOn'],
};

export interface FieldGroup {
  title: string;
  fields: ConfigField[];
}

/** Every field once, in groups; those that no group knows come last, under Other. */
export function groupFields(fields: readonly ConfigField[] = configFields): FieldGroup[] {
  const known = Object.entries(groups).map(([title, keys]) => ({
    title,
    fields: keys.flatMap((key) => fields.find((field) => field.key === key) ?? []),
  }));
  const grouped = new Set(Object.values(groups).flat());
  const other = { title: 'Other', fields: fields.filter((field) => !grouped.has(field.key)) };
  return [...known, other].filter((group) => group.fields.length > 0);
}

/** Keys that most runs leave alone: shown at first only where a config to start from sets them. */
const seldom: ReadonlySet<string> = new Set([
  'generatorLoss',
  'minibatchLayer',
  'packing',
  'driftWeight',
  'latentDistribution',
  'imageSize',
  'imageChannels',
  'onlyClass',
  'trainingSamples',
  'generatorLearningRate',
  'learningRateDecay',
  'keepCheckpointEvery',
  'stopOn',
]);

/** Whether a field of `config`, which `start` was changed into, is worth its place among the first. */
export function isShownFirst({ key, fallback }: ConfigField, config: RunConfig, start: RunConfig = config): boolean {
  return hasEffect(key, config) && !(seldom.has(key) && start[key as keyof RunConfig] === fallback);
}
