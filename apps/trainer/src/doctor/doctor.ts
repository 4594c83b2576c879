import { type AlertRuleName, alertRuleNames, type RunConfig } from '@duality/shared';
import type { Observer, Rule, RunFacts, Values } from './rule.ts';
import { rules } from './rules.ts';

/** An alert that begins at `step` with its message, or ends there. */
export interface Change {
  rule: AlertRuleName;
  step: number;
  message: string | null;
}

/** Values of a step or, under names that start with `eval.`, those of an evaluation. */
export interface Seen {
  step: number;
  values: Values;
}

interface Watch {
  name: AlertRuleName;
  patience: Rule['patience'];
  observe: Observer;
  isHolding: boolean;
  /** Verdicts of one kind in a row, the last at `step`: above 0 that it holds, below 0 that it does not. */
  streak: number;
  step: number;
  message: string;
}

/** Watches a run by all rules that apply to it; what becomes of its alerts is up to the caller. */
export function createDoctor(config: RunConfig, facts: RunFacts) {
  const watches = alertRuleNames.flatMap((name) => watchBy(name, config, facts) ?? []);
  const look = ({ step, values }: Seen, floors: Values): Watch[] => {
    const finite = Object.fromEntries(Object.entries(values).filter(([, value]) => Number.isFinite(value)));
    return watches.filter((watch) => {
      const verdict = watch.observe(step, finite, floors);
      if (verdict === undefined) return false;
      watch.streak = verdict === null ? Math.min(watch.streak, 0) - 1 : Math.max(watch.streak, 0) + 1;
      watch.step = step;
      watch.message = verdict ?? watch.message;
      return true;
    });
  };
  return {
    /** Judges what is new. */
    observe: (seen: Seen, floors: Values = {}): Change[] => look(seen, floors).flatMap(judge),
    /**
     * Takes up what was seen before, oldest first, when the rules in `holding` held in the end; what the last verdicts
     * should have changed and did not is given as a change.
     */
    recall: (seen: Iterable<Seen>, holding: ReadonlySet<AlertRuleName>, floors: Values = {}): Change[] => {
      for (const one of seen) look(one, floors);
      for (const watch of watches) watch.isHolding = holding.has(watch.name);
      return watches.flatMap(judge);
    },
  };
}

function watchBy(name: AlertRuleName, config: RunConfig, facts: RunFacts): Watch | undefined {
  const { patience, watch } = rules[name];
  const observe = watch(config, facts);
  return observe && { name, patience, observe, isHolding: false, streak: 0, step: 0, message: '' };
}

function judge(watch: Watch): Change[] {
  const { name: rule, patience, streak, step } = watch;
  const isTurning = watch.isHolding ? -streak >= patience.end : streak >= patience.begin;
  if (!isTurning) return [];
  watch.isHolding = !watch.isHolding;
  return [{ rule, step, message: watch.isHolding ? watch.message : null }];
}
