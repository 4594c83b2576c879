import type { ReplayRequest } from './optuna.ts';

const rules: ReplayRequest['rule'][] = [
  { rule: 'median', afterTrials: 5, afterSteps: 0 },
  { rule: 'median', afterTrials: 3, afterSteps: 50 },
  { rule: 'asha', firstRung: 10, reductionFactor: 4 },
  { rule: 'asha', firstRung: 15, reductionFactor: 2 },
  { rule: 'hyperband', firstRung: 9, reductionFactor: 3 },
];

/** Each rule in both directions. Reports are no rarer than rungs: what a report that passes several means is a choice. */
export const replayCases = (trials: number, every: number): ReplayRequest[] =>
  rules.flatMap((rule) =>
    (['minimise', 'maximise'] as const).map((direction, i) => {
      return { rule, direction, trials, steps: 243, every, slots: 3 + i, seed: i };
    }),
  );
