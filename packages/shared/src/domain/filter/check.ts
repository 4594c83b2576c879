import { checkComparison } from './check-comparison.ts';
import { checkValue, describeValue, type IsMetric } from './check-value.ts';
import type { Condition } from './expression.ts';
import { FilterError } from './filter-error.ts';
import type { Syntax } from './syntax.ts';

/** The condition that a text states; throws a FilterError at the first place that makes no sense. */
export function checkCondition(syntax: Syntax, isMetric: IsMetric): Condition {
  switch (syntax.kind) {
    case 'and':
    case 'or':
      return { kind: syntax.kind, of: syntax.of.map((part) => checkCondition(part, isMetric)) };
    case 'not':
      return { kind: 'not', of: checkCondition(syntax.of, isMetric) };
    case 'chain':
      return checkChain(syntax, isMetric);
    default: {
      const flag = checkValue(syntax, isMetric);
      if (flag.type === 'flag') return { kind: 'holds', flag };
      throw new FilterError(
        `${describeValue(flag)} alone says nothing true or false; compare it with something`,
        syntax,
      );
    }
  }
}

/** `a < b < c` is `a < b and b < c`. */
function checkChain({ first, rest }: Extract<Syntax, { kind: 'chain' }>, isMetric: IsMetric): Condition {
  let left = first;
  const of = rest.map(({ comparator, operand }) => {
    const comparison = checkComparison(left, comparator, operand, isMetric);
    left = operand;
    return comparison;
  });
  return of.length === 1 && of[0] ? of[0] : { kind: 'and', of };
}
