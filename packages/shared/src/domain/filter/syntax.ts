import { FilterError, type Span } from './filter-error.ts';

export type Comparator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in';
export type ArithmeticSign = '+' | '-' | '*' | '/';

/** A text as it is built, before anyone asks what its names mean. `depth` counts the levels below and with it. */
export type Syntax = Span & { depth: number } & (
    | { kind: 'number'; value: number }
    | { kind: 'text'; value: string }
    | { kind: 'name'; value: string }
    | { kind: 'call'; name: string; arguments: Syntax[] }
    | { kind: 'list'; items: Syntax[] }
    | { kind: 'negative' | 'not'; of: Syntax }
    | { kind: 'arithmetic'; sign: ArithmeticSign; left: Syntax; right: Syntax }
    | { kind: 'and' | 'or'; of: Syntax[] }
    | { kind: 'chain'; first: Syntax; rest: Link[] }
  );

/** What follows an operand of `1e-5 < lr < 1e-2`. */
export interface Link {
  comparator: Comparator;
  operand: Syntax;
}

export const maxDepth = 50;

export const tooDeep = (span: Span) => new FilterError(`this is nested more than ${maxDepth} levels deep`, span);

/** The span and depth of what is built from `below`; throws a FilterError when that is too deep. */
export function above(span: Span, ...below: Syntax[]): Span & { depth: number } {
  const depth = 1 + Math.max(0, ...below.map((node) => node.depth));
  if (depth > maxDepth) throw tooDeep(span);
  return { ...span, depth };
}
