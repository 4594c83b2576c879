/** What the doctor looks for, in the order in which people read of it: what the config alone says, then what curves and samples say. */
export const alertRuleNames = [
  'batch-norm-in-penalised-critic',
  'penalty-in-inference-mode',
  'clipped-statistics',
  'shared-optimiser',
  'numbers-running-away',
  'estimate-above-bound',
  'estimate-above-transport',
  'slope-far-from-one',
  'weights-at-clip-bound',
  'frozen-loss',
  'loss-at-chance',
  'critic-won',
  'mode-collapse',
  'memorisation',
  'too-narrow-samples',
  'impossible-measure',
] as const;
export type AlertRuleName = (typeof alertRuleNames)[number];

/** What makes the doctor stop a run: nothing, any alert, errors alone, or one rule. */
export const stopOnNames = ['nothing', 'error', 'warning', ...alertRuleNames] as const;
