import type { RunConfig, SystemName } from '@duality/shared';
import { generatorRate, rounded } from '../edits.ts';
import { figure } from '../format.ts';
import type { Rule } from '../rule.ts';
import { createWindow, filterSteps, median } from '../window.ts';

/** The critic's loss below which hardly a batch tells it anything, and how far apart it then scores. */
const sure: Partial<Record<SystemName, { loss: number; apart: number }>> = {
  'gan-ns': { loss: 0.03, apart: 8 },
  'gan-mm': { loss: 0.03, apart: 8 },
  hinge: { loss: 0.02, apart: 2 },
  lsgan: { loss: 0.008, apart: 0.9 },
};

export const criticWon: Rule = {
  patience: { begin: 100, end: filterSteps },
  watch: ({ system }) => {
    const limits = sure[system];
    if (!limits) return undefined;
    const losses = createWindow(filterSteps);
    const estimates = createWindow(filterSteps);
    return (_step, { criticLoss, criticEstimate }) => {
      const isFull = [losses.push(criticLoss), estimates.push(criticEstimate)].every(Boolean);
      if (criticLoss === undefined || !isFull) return undefined;
      const loss = median(losses.values());
      const apart = median(estimates.values());
      if (loss >= limits.loss || apart < limits.apart) return null;
      return `the critic’s loss is ${figure(loss)} and it scores real and generated samples ${figure(apart)} apart (medians of ${filterSteps} steps)`;
    };
  },
  edits: slowerCritic,
};

function slowerCritic(config: RunConfig): Partial<RunConfig> {
  return { learningRate: rounded(config.learningRate / 4), generatorLearningRate: rounded(generatorRate(config)) };
}
