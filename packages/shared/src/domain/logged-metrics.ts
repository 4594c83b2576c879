import type { RunConfig } from './config.ts';
import { datasetDescriptions, isPointSet } from './dataset.ts';
import { penalisedSystems } from './system.ts';

const always = ['criticEstimate', 'criticLoss', 'generatorLoss', 'realScore', 'fakeScore', 'stepMs'];
const ofPenalty = ['gradientPenalty', 'gradientNorm'];
const ofClasses = ['classLoss', 'accuracyReal', 'accuracyFake'];
const ofImages = ['eval.msSsim', 'eval.nearest'];
const ofLabelledImages = ['fid', 'kid', 'precision', 'recall', 'density', 'coverage', 'modes', 'klModes'].map(
  (name) => `eval.${name}`,
);
const ofModes = ['eval.modes', 'eval.highQuality', 'eval.klModes'];

/**
 * Names of all metrics that a run of this config logs, evaluations last. Images of a person's own files may have labels
 * or not, which only the files say: they are taken to have none.
 */
export function loggedMetrics({ system, dataset, onlyClass, evaluateEvery, steps }: RunConfig): string[] {
  const isEvaluated = evaluateEvery > 0 && evaluateEvery <= steps;
  return [
    ...always,
    ...(penalisedSystems.includes(system) ? ofPenalty : []),
    ...(system === 'wgan-clip' ? ['clipFraction'] : []),
    ...(system === 'acgan' ? ofClasses : []),
    ...(isEvaluated ? ['eval.criticEstimate'] : []),
    ...(isEvaluated && isPointSet(dataset) ? ['eval.w1'] : []),
    ...(isEvaluated && datasetDescriptions[dataset].modes ? ofModes : []),
    ...(isEvaluated && !isPointSet(dataset) ? ofImages : []),
    ...(isEvaluated && datasetDescriptions[dataset].classes && onlyClass < 0 ? ofLabelledImages : []),
  ];
}
