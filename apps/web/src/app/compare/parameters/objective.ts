import type { FoundValue } from '@duality/shared';
import type { Goal } from './parameters-address.ts';

/** What says most about a run comes first. */
export const candidates = [
  'last(eval.fid)',
  'last(eval.w1)',
  'last(eval.kid)',
  'last(eval.klModes)',
  'last(eval.modes)',
  'last(eval.criticEstimate)',
  'last(criticEstimate)',
  'last(criticLoss)',
];

/** More is better; of every other metric less is. */
const ascending: ReadonlySet<string> = new Set([
  'eval.modes',
  'eval.highQuality',
  'eval.precision',
  'eval.recall',
  'accuracyReal',
  'accuracyFake',
]);

/**
 * The first of the values that were asked of runs which half as many have as have the most common one: a failed run has
 * its first metrics, but no evaluation. Undefined where none has any.
 */
export function chooseObjective(
  asked: readonly string[],
  runs: readonly { values: readonly FoundValue[] }[],
): string | undefined {
  const counts = asked.map((_, at) => runs.filter(({ values }) => typeof values[at] === 'number').length);
  const most = Math.max(0, ...counts);
  return most > 0 ? asked.find((_, at) => (counts[at] as number) >= most / 2) : undefined;
}

/** Values that are offered, the last and the best of every metric first. */
export function objectiveChoices(metrics: readonly string[]): string[] {
  const of = (reduction: string) => metrics.map((metric) => `${reduction}(${metric})`);
  const best = metrics.map((metric) => `${ascending.has(metric) ? 'max' : 'min'}(${metric})`);
  return [...new Set([...of('last'), ...best, ...of('mean'), ...of('max'), ...of('min')])];
}

/** Which way is better; of an expression of several metrics, less. */
export function defaultGoal(objective: string): Goal {
  const [, metric = ''] = /^\s*\w+\(\s*([\w.]+)/.exec(objective) ?? [];
  return ascending.has(metric) ? 'max' : 'min';
}
