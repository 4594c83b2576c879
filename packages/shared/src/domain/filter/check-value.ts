import { metricDescriptions } from '../metric.ts';
import type { Reduction, Value } from './expression.ts';
import { reductions } from './expression.ts';
import { fieldAliases, filterFields, findField } from './fields.ts';
import { FilterError } from './filter-error.ts';
import { findNearest } from './nearest.ts';
import type { Syntax } from './syntax.ts';

/** Whether a metric of this name is known beside those of `metricDescriptions`. */
export type IsMetric = (name: string) => boolean;

const metricNames = metricDescriptions.map(({ name }) => name);
const constants: Record<string, Value> = {
  true: { kind: 'flag', type: 'flag', value: true },
  false: { kind: 'flag', type: 'flag', value: false },
  none: { kind: 'none', type: 'none' },
};

/** What a piece of text stands for; throws a FilterError where it is no value or a name is not known. */
export function checkValue(syntax: Syntax, isMetric: IsMetric): Value {
  switch (syntax.kind) {
    case 'number':
      return { kind: 'number', type: 'number', value: syntax.value };
    case 'text':
      return { kind: 'text', type: 'text', value: syntax.value };
    case 'name':
      return checkName(syntax, isMetric);
    case 'call':
      return checkCall(syntax, isMetric);
    case 'negative':
      return { kind: 'negative', type: 'number', of: checkNumber(syntax.of, isMetric) };
    case 'arithmetic': {
      const [left, right] = [checkNumber(syntax.left, isMetric), checkNumber(syntax.right, isMetric)];
      return { kind: 'arithmetic', type: 'number', sign: syntax.sign, left, right };
    }
    case 'list':
      throw new FilterError('a list can only stand after "in"', syntax);
    default:
      throw new FilterError('a condition stands where a value is needed', syntax);
  }
}

/** A value in the words of an error. */
export function describeValue(value: Value): string {
  if (value.kind === 'field') return value.field.name;
  if (value.kind === 'metric')
    return `${value.reduction}(${value.metric}${value.reduction === 'at' ? `, ${value.step}` : ''})`;
  if (value.kind === 'text') return `"${value.value}"`;
  if (value.kind === 'number' || value.kind === 'flag') return String(value.value);
  return value.kind === 'none' ? 'none' : 'the calculation';
}

export const typeTitles: Record<Value['type'], string> = {
  number: 'a number',
  text: 'a text',
  flag: 'either true or false',
  time: 'a time',
  tags: 'a list',
  none: 'nothing',
};

function checkNumber(syntax: Syntax, isMetric: IsMetric): Value {
  const value = checkValue(syntax, isMetric);
  if (value.type === 'number') return value;
  throw new FilterError(
    `${describeValue(value)} is ${typeTitles[value.type]}, which cannot be calculated with`,
    syntax,
  );
}

function checkName(syntax: Extract<Syntax, { kind: 'name' }>, isMetric: IsMetric): Value {
  const name = syntax.value;
  const constant = /^(?:[tT]rue|[fF]alse|[nN]one)$/.test(name) ? constants[name.toLowerCase()] : undefined;
  if (constant) return constant;
  const field = findField(name);
  if (field) return { kind: 'field', type: field.type, field };
  if (reductions.some((one) => one === name)) {
    throw new FilterError(`${name} needs a metric: ${example(name as Reduction, 'criticEstimate')}`, syntax);
  }
  if (metricNames.includes(name) || isMetric(name)) {
    throw new FilterError(
      `${name} is a metric: say last(${name}), min(${name}), max(${name}) or mean(${name})`,
      syntax,
    );
  }
  throw new FilterError(`there is no field "${name}"${suggest(name)}`, syntax);
}

function suggest(name: string): string {
  const fieldNames = [...filterFields.map((field) => field.name), ...Object.keys(fieldAliases)];
  const typed = name.replace(/^config\./, '');
  const near = findNearest(typed, [...fieldNames, ...metricNames]);
  if (near.length === 0) return `; a text needs quotes: "${name}"`;
  return `; did you mean ${near.map((one) => (metricNames.includes(one) ? `last(${one})` : one)).join(' or ')}?`;
}

const example = (reduction: Reduction, metric: string) =>
  reduction === 'at' ? `at(${metric}, 1000)` : `${reduction}(${metric})`;

function checkCall(syntax: Extract<Syntax, { kind: 'call' }>, isMetric: IsMetric): Value {
  const reduction = reductions.find((one) => one === syntax.name);
  if (!reduction) {
    const [near] = findNearest(syntax.name, reductions);
    const remedy = near ? `did you mean ${near}?` : `there are ${reductions.join(', ')}`;
    throw new FilterError(`there is no function "${syntax.name}"; ${remedy}`, {
      ...syntax,
      length: syntax.name.length,
    });
  }
  const [first, second, ...others] = syntax.arguments;
  const isComplete = first && others.length === 0 && (second !== undefined) === (reduction === 'at');
  if (!isComplete) {
    const needed = reduction === 'at' ? 'one metric and one step' : 'one metric';
    throw new FilterError(`${reduction} takes ${needed}: ${example(reduction, 'criticEstimate')}`, syntax);
  }
  const metric = checkMetric(first, reduction, isMetric);
  if (reduction !== 'at') return { kind: 'metric', type: 'number', reduction, metric };
  return { kind: 'metric', type: 'number', reduction, metric, step: checkStep(second) };
}

/** A name, or a text for a metric whose name is no name here. */
function checkMetric(syntax: Syntax, reduction: Reduction, isMetric: IsMetric): string {
  if (syntax.kind !== 'name' && syntax.kind !== 'text') {
    throw new FilterError(`${reduction} takes a metric: ${example(reduction, 'criticEstimate')}`, syntax);
  }
  const name = syntax.value;
  if (metricNames.includes(name) || isMetric(name)) return name;
  if (findField(name)) throw new FilterError(`${name} is no metric but a field: leave out ${reduction}( )`, syntax);
  const near = findNearest(name, metricNames);
  const remedy = near.length > 0 ? `did you mean ${near.join(' or ')}?` : 'a run page shows the names of its metrics';
  throw new FilterError(`there is no metric "${name}"; ${remedy}`, syntax);
}

function checkStep(syntax: Syntax | undefined): number {
  if (syntax?.kind === 'number' && Number.isSafeInteger(syntax.value)) return syntax.value;
  throw new FilterError('a step is a whole number: at(criticEstimate, 1000)', syntax ?? { at: 0, length: 0 });
}
