const range = { low: 1e-5, high: 1e-2 };
/** Right as they stand, one of each kind of search. */
export const sweepExamples: readonly unknown[] = [
  {
    name: 'penalty',
    preset: 'wgan-gp-ring',
    set: { steps: 200, evaluateEvery: 50 },
    space: { gradientPenaltyWeight: { type: 'choice', values: [0.1, 1, 10] } },
    objective: { metric: 'eval.highQuality', direction: 'maximise' },
  },
  {
    name: 'rates',
    preset: 'wgan-gp-grid',
    strategy: 'tpe',
    space: {
      learningRate: { type: 'number', scale: 'log', ...range },
      batchSize: { type: 'integer', low: 16, high: 128, step: 16 },
      optimiser: { type: 'choice', values: ['adam', 'rmsprop'] },
      adamBeta1: { type: 'number', low: 0, high: 0.9, when: { parameter: 'optimiser', values: ['adam'] } },
    },
    seeds: [1, 2, 3],
    objective: { metric: 'eval.criticEstimate', summary: 'meanOfLast', count: 3, direction: 'minimise' },
    budget: { trials: 40, minutes: 60 },
    earlyStopping: { rule: 'asha', firstRung: 10 },
  },
  {
    name: 'grid',
    preset: 'wgan-ring',
    space: { batchSize: { type: 'integer', low: 1, high: 4096 }, hiddenSize: { type: 'integer', low: 1, high: 4096 } },
    objective: { metric: 'criticLoss', direction: 'minimise' },
  },
];
