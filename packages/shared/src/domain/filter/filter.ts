import { checkCondition } from './check.ts';
import { checkValue, describeValue, type IsMetric } from './check-value.ts';
import type { Condition, Value } from './expression.ts';
import { FilterError } from './filter-error.ts';
import { parse } from './parse.ts';
import { readWordsOrSyntax } from './words.ts';

/** Characters in a filter or a sort key. */
const maxFilterLength = 2000;

/**
 * What `docs/filter.md` describes, parsed and checked and never evaluated; an empty text holds for every run. Metrics
 * that `metricDescriptions` does not have are asked of `isMetric`. Throws nothing but FilterError.
 */
export function readFilter(text: string, isMetric: IsMetric = () => false): Condition {
  refuseLong(text);
  const read = readWordsOrSyntax(text);
  if (!Array.isArray(read)) return checkCondition(read, isMetric);
  return { kind: 'and', of: read.map((word) => ({ kind: 'word', word })) };
}

/** A value of the same language, such as `last(criticEstimate)` or `lr`. Throws nothing but FilterError. */
export function readValue(text: string, isMetric: IsMetric = () => false): Value {
  refuseLong(text);
  return checkValue(parse(text), isMetric);
}

/** A value by which runs can be put in order. */
export function readSortKey(text: string, isMetric: IsMetric = () => false): Value {
  const value = readValue(text, isMetric);
  if (value.type !== 'tags' && value.type !== 'none') return value;
  throw new FilterError(`runs cannot be sorted by ${describeValue(value)}`, { at: 0, length: text.length });
}

function refuseLong(text: string): void {
  if (text.length <= maxFilterLength) return;
  const span = { at: maxFilterLength, length: text.length - maxFilterLength };
  throw new FilterError(`a filter has at most ${maxFilterLength} characters, and this one ${text.length}`, span);
}
