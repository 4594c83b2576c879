import type { EarlyStopping, StoppingDecision } from '@duality/shared';
import { hyperband } from './hyperband.ts';
import { median } from './median.ts';
import { halving } from './successive-halving.ts';
import type { StoppingQuestion } from './trial-curve.ts';

/**
 * Whether a trial is to end now, a pure function of the curves so far. To be asked whenever there is a new report: what
 * others have reached by then decides.
 */
export function decideStopping(rule: EarlyStopping, question: StoppingQuestion): StoppingDecision {
  const reason = reasonToStop(rule, question);
  return { isStopped: reason !== undefined, reason: reason ?? '' };
}

function reasonToStop(rule: EarlyStopping, question: StoppingQuestion): string | undefined {
  switch (rule.rule) {
    case 'median':
      return median(rule, question);
    case 'asha':
      return halving(rule, question);
    case 'hyperband':
      return hyperband(rule, question);
  }
}
