import { z } from 'zod';

const reductionFactor = z.int().min(2).max(100);
const firstRung = z.int().min(1).max(100_000_000);

/** When trials that do badly are ended before their last step. Steps are those of the objective's metric. */
export const EarlyStopping = z.discriminatedUnion('rule', [
  /** Below the median of what earlier trials had reached at the same step (Golovin et al., "Google Vizier", KDD 2017). */
  z.strictObject({
    rule: z.literal('median'),
    /** Completed trials before any is stopped. */
    afterTrials: z.int().min(1).max(10_000).default(5),
    afterSteps: z.int().min(0).max(100_000_000).default(0),
  }),
  /** At steps `firstRung · factor^k`, only the best 1/factor of those that came so far go on (Li et al., "ASHA", 1810.05934). */
  z.strictObject({ rule: z.literal('asha'), firstRung, reductionFactor: reductionFactor.default(4) }),
  /** Several such ladders, each beginning at a later rung (Li et al., "Hyperband", 1603.06560). */
  z.strictObject({ rule: z.literal('hyperband'), firstRung, reductionFactor: reductionFactor.default(3) }),
]);
export type EarlyStopping = z.infer<typeof EarlyStopping>;

/** What a rule says of a trial at a step; a reason only when it is to stop. */
export interface StoppingDecision {
  isStopped: boolean;
  reason: string;
}
