import { isEvaluationStep } from '@duality/shared';
import { figure } from '../format.ts';
import { rememberedEvaluations, stepsBeforeEvaluation } from '../remembered.ts';
import type { Rule } from '../rule.ts';
import { createWindow, median } from '../window.ts';

/** Of the training estimate, what is left on held-out samples; and how many deviations from batch to batch lie between. */
const [share, deviations] = [0.35, 5];
/** Median distance of samples to their nearest training image, over that of held-out images. */
const nearestShare = 0.5;

export const memorisation: Rule = {
  patience: { begin: 3, end: 3 },
  watch: ({ criticNormalisation, evaluateEvery, steps }) => {
    const window = createWindow(stepsBeforeEvaluation);
    const training = new Map<number, { estimate: number; deviation: number }>();
    return (step, values) => {
      const { criticEstimate, 'eval.criticEstimate': heldOut, 'eval.nearest': nearest } = values;
      if (criticEstimate !== undefined) {
        const isFull = window.push(criticEstimate);
        if (isFull && isEvaluationStep(step, evaluateEvery, steps)) training.set(step, describe(window.values()));
        for (const old of training.keys()) if (training.size > rememberedEvaluations) training.delete(old);
        return undefined;
      }
      if (heldOut === undefined) return undefined;
      if (nearest !== undefined && nearest < nearestShare) {
        return `samples lie ${figure(nearest)} times as far from the nearest training image as held-out images do`;
      }
      // With batch normalisation the critic of one sample is another function than that of a batch.
      const seen = criticNormalisation === 'batch' ? undefined : training.get(step);
      if (!seen) return nearest === undefined ? undefined : null;
      const { estimate, deviation } = seen;
      if (heldOut > share * estimate || estimate - heldOut < deviations * deviation) return null;
      return `Ŵ is ${figure(estimate)} on training samples and ${figure(heldOut)} on held-out ones`;
    };
  },
  edits: ({ trainingSamples }) => (trainingSamples > 0 ? { trainingSamples: 0 } : {}),
};

/** Median, and the deviation of single batches as 1.4826 times their median distance from it. */
function describe(values: readonly number[]) {
  const estimate = median(values);
  return { estimate, deviation: 1.4826 * median(values.map((value) => Math.abs(value - estimate))) };
}
