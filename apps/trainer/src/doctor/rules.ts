import type { AlertRuleName } from '@duality/shared';
import type { Rule } from './rule.ts';
import { batchNormInPenalisedCritic } from './rules/batch-norm-in-penalised-critic.ts';
import { clippedStatistics } from './rules/clipped-statistics.ts';
import { criticWon } from './rules/critic-won.ts';
import { estimateAboveBound } from './rules/estimate-above-bound.ts';
import { estimateAboveTransport } from './rules/estimate-above-transport.ts';
import { frozenLoss } from './rules/frozen-loss.ts';
import { impossibleMeasure } from './rules/impossible-measure.ts';
import { lossAtChance } from './rules/loss-at-chance.ts';
import { memorisation } from './rules/memorisation.ts';
import { modeCollapse } from './rules/mode-collapse.ts';
import { numbersRunningAway } from './rules/numbers-running-away.ts';
import { penaltyInInferenceMode } from './rules/penalty-in-inference-mode.ts';
import { sharedOptimiser } from './rules/shared-optimiser.ts';
import { slopeFarFromOne } from './rules/slope-far-from-one.ts';
import { tooNarrowSamples } from './rules/too-narrow-samples.ts';
import { weightsAtClipBound } from './rules/weights-at-clip-bound.ts';

/** What people read of each lies in the domain, under the same name. */
export const rules: Record<AlertRuleName, Rule> = {
  'batch-norm-in-penalised-critic': batchNormInPenalisedCritic,
  'penalty-in-inference-mode': penaltyInInferenceMode,
  'clipped-statistics': clippedStatistics,
  'shared-optimiser': sharedOptimiser,
  'numbers-running-away': numbersRunningAway,
  'estimate-above-bound': estimateAboveBound,
  'estimate-above-transport': estimateAboveTransport,
  'slope-far-from-one': slopeFarFromOne,
  'weights-at-clip-bound': weightsAtClipBound,
  'frozen-loss': frozenLoss,
  'loss-at-chance': lossAtChance,
  'critic-won': criticWon,
  'mode-collapse': modeCollapse,
  memorisation,
  'too-narrow-samples': tooNarrowSamples,
  'impossible-measure': impossibleMeasure,
};
