import type { RunConfig } from '../config.ts';
import type { ShownValue } from '../found.ts';
import { describeMetric } from '../metric-meaning.ts';
import type { Value } from './expression.ts';

/** A value as the head of a column says it; `configs` are those of the runs shown, whose systems may name it differently. */
export function describeShown(text: string, value: Value, configs: readonly RunConfig[]): ShownValue {
  const type = value.type === 'none' ? 'text' : value.type;
  if (value.kind === 'field') {
    const { of, name, title } = value.field;
    return { text, title, type, of, name };
  }
  if (value.kind === 'metric') return { text, title: titleOf(value, configs), type, of: 'metric', name: value.metric };
  return { text, title: text, type, of: 'calculation', name: null };
}

type Metric = Extract<Value, { kind: 'metric' }>;

function titleOf(value: Metric, configs: readonly RunConfig[]): string {
  const bySystem = new Map(configs.map((config) => [config.system, describeMetric(value.metric, config).title]));
  const title = [...new Set(bySystem.values())].join(' or ') || value.metric;
  if (value.reduction === 'last') return title;
  if (value.reduction === 'at') return `${title}, step ${value.step}`;
  return `${title}, ${words[value.reduction]}`;
}

const words: Record<Exclude<Metric['reduction'], 'at' | 'last'>, string> = {
  min: 'min',
  max: 'max',
  mean: 'mean',
  count: 'values',
  nonFinite: 'not finite',
};
