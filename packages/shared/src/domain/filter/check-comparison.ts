import { checkValue, describeValue, type IsMetric, typeTitles } from './check-value.ts';
import type { Condition, Relation, Value } from './expression.ts';
import { FilterError, type Span } from './filter-error.ts';
import { findNearest } from './nearest.ts';
import { readPeriod } from './period.ts';
import type { Comparator, Syntax } from './syntax.ts';

interface Operand {
  value: Value;
  span: Span;
}

/** One comparison of a chain; throws a FilterError where the two sides do not go together. */
export function checkComparison(left: Syntax, comparator: Comparator, right: Syntax, isMetric: IsMetric): Condition {
  const first = { value: checkValue(left, isMetric), span: left };
  if (comparator === 'not in') return { kind: 'not', of: checkIn(first, right, isMetric) };
  if (comparator === 'in') return checkIn(first, right, isMetric);
  return checkRelation(first, comparator, { value: checkValue(right, isMetric), span: right });
}

function checkIn(first: Operand, right: Syntax, isMetric: IsMetric): Condition {
  if (right.kind === 'list') return checkAmong(first, right, isMetric);
  const place = checkValue(right, isMetric);
  if (place.type !== 'tags' && place.type !== 'text') {
    throw new FilterError(
      `"in" looks into a text, tags or a list like [1, 2]; ${describeValue(place)} is ${typeTitles[place.type]}`,
      right,
    );
  }
  if (first.value.type !== 'text') {
    throw new FilterError(`only a text can be in ${describeValue(place)}; ${describe(first)}`, first.span);
  }
  return place.type === 'tags'
    ? { kind: 'tagged', tag: first.value }
    : { kind: 'contains', text: place, part: first.value };
}

function checkAmong(first: Operand, list: Extract<Syntax, { kind: 'list' }>, isMetric: IsMetric): Condition {
  const items = list.items.map((item) => ({ value: checkValue(item, isMetric), span: item }));
  if (items.length === 0) throw new FilterError('this list is empty; nothing is in it', list);
  const each = items.map((item) => checkRelation(first, '==', item));
  // The values of one list are compared at once; times and none are each a comparison of another kind.
  if (each.some(({ kind }) => kind !== 'compare')) return { kind: 'or', of: each };
  return { kind: 'among', value: first.value, items: items.map(({ value }) => value) };
}

function checkRelation(left: Operand, relation: Relation, right: Operand): Condition {
  if (left.value.type === 'none') return checkMissing(right, relation, left);
  if (right.value.type === 'none') return checkMissing(left, relation, right);
  for (const { value, span } of [left, right]) {
    if (value.type === 'tags') throw new FilterError('tags is a list: say "baseline" in tags', span);
  }
  if (left.value.type === 'time' || right.value.type === 'time') return checkTime(left, relation, right);
  if (left.value.type !== right.value.type) throw mismatch(left, right);
  if (left.value.type === 'flag' && relation !== '==' && relation !== '!=') {
    throw new FilterError(`${describe(left)}; compare it with == or !=`, left.span);
  }
  checkKnown(left.value, right);
  checkKnown(right.value, left);
  return { kind: 'compare', relation, left: left.value, right: right.value };
}

function checkMissing({ value, span }: Operand, relation: Relation, none: Operand): Condition {
  if (value.type === 'none') throw new FilterError('one side has to be a field or a metric', span);
  const missing: Condition = { kind: 'missing', value };
  if (relation === '==') return missing;
  if (relation === '!=') return { kind: 'not', of: missing };
  throw new FilterError('none has no size: compare it with == or !=', none.span);
}

const mirrored: Record<Relation, Relation> = { '==': '==', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

function checkTime(left: Operand, relation: Relation, right: Operand): Condition {
  if (left.value.type === right.value.type) {
    return { kind: 'compare', relation, left: left.value, right: right.value };
  }
  const [time, other] = left.value.type === 'time' ? [left, right] : [right, left];
  if (other.value.kind !== 'text') {
    const remedy = 'compare it with a text such as "2026-11-20" or "2026-11-20 14:00" (UTC)';
    throw new FilterError(`${describe(time)}; ${remedy}`, other.span);
  }
  const period = readPeriod(other.value.value, other.span);
  return { kind: 'during', relation: time === left ? relation : mirrored[relation], time: time.value, period };
}

const describe = ({ value }: Operand) => `${describeValue(value)} is ${typeTitles[value.type]}`;

function mismatch(left: Operand, right: Operand): FilterError {
  const [kept, wrong] = isConstant(left.value) && !isConstant(right.value) ? [right, left] : [left, right];
  if (kept.value.type === 'flag')
    return new FilterError(`${describe(kept)}, not ${typeTitles[wrong.value.type]}`, wrong.span);
  const type = typeTitles[kept.value.type];
  const wrongType = wrong.value.type === 'flag' ? 'true or false' : typeTitles[wrong.value.type];
  return new FilterError(`${describe(kept)}; compare it with ${type}, not with ${wrongType}`, wrong.span);
}

const isConstant = ({ kind }: Value) => kind === 'number' || kind === 'text' || kind === 'flag';

/** A value that the field can never have is a slip of the keyboard. */
function checkKnown(field: Value, other: Operand): void {
  if (field.kind !== 'field' || other.value.kind !== 'text') return;
  const { name, values } = field.field;
  const { value } = other.value;
  if (!values || values.includes(value)) return;
  const [near] = findNearest(value, values);
  const remedy = `${near ? `did you mean "${near}"? It` : 'it'} can be ${values.join(', ')}`;
  throw new FilterError(`${name} is never "${value}"; ${remedy}`, other.span);
}
