import type { RunConfig } from './config.ts';
import { datasetDescriptions } from './dataset.ts';
import { penalisedSystems } from './system.ts';

const always = ['criticEstimate', 'criticLoss', 'generatorLoss', 'realScore', 'fakeScore', 'stepMs'];
const ofPenalty = ['gradientPenalty', 'gradientNorm'];
const ofClasses = ['classLoss', 'accuracyReal', 'accuracyFake'];
const ofModes = ['eval.modes', 'eval.highQuality', 'eval.klModes'];

/** Names of all metrics that a run of this config logs, evaluations last. */
export function loggedMetrics({ system, dataset, evaluateEvery, steps }: RunConfig): string[] {
  const isEvaluated = evaluateEvery > 0 && evaluateEvery <= steps;
  return [
    ...always,
    ...(penalisedSystems.includes(system) ? ofPenalty : []),
    ...(system === 'wgan-clip' ? ['clipFraction'] : []),
    ...(system === 'acgan' ? ofClasses : []),
    ...(isEvaluated ? ['eval.criticEstimate'] : []),
    ...(isEvaluated && datasetDescriptions[dataset].modes ? ofModes : []),
  ];
}
