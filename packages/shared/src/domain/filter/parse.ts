import { FilterError, spanOf } from './filter-error.ts';
import { type ArithmeticSign, above, type Comparator, type Link, type Syntax } from './syntax.ts';
import { type Reader, readerOf, show } from './token-reader.ts';
import { type Token, tokenise } from './tokenise.ts';

/**
 * or     = and { "or" and }            sum     = product { ("+" | "-") product }
 * and    = not { "and" not }           product = sign { ("*" | "/") sign }
 * not    = "not" not | chain           sign    = "-" sign | atom
 * chain  = sum { comparator sum }      atom    = number | text | name [ "(" sums ")" ] | "[" sums "]" | "(" or ")"
 */
export function parse(text: string): Syntax {
  const reader = readerOf(tokenise(text));
  const whole = parseOr(reader);
  const rest = reader.peek();
  if (rest.kind === 'end') return whole;
  const isValue = rest.kind !== 'symbol' || rest.value === '(' || rest.value === '[';
  throw new FilterError(isValue ? 'an operator is missing before this' : `nothing here needs ${show(rest)}`, rest);
}

const parseOr = (reader: Reader): Syntax => parseJoined(reader, 'or', (inner) => parseJoined(inner, 'and', parseNot));

function parseJoined(reader: Reader, kind: 'and' | 'or', parsePart: (reader: Reader) => Syntax): Syntax {
  const first = parsePart(reader);
  const of = [first];
  while (reader.takeIf(kind)) of.push(parsePart(reader));
  return of.length === 1 ? first : { kind, of, ...above(spanOf(first, of.at(-1) ?? first), ...of) };
}

function parseNot(reader: Reader): Syntax {
  const sign = reader.takeIf('not');
  if (!sign) return parseChain(reader);
  const of = reader.descend(() => parseNot(reader));
  return { kind: 'not', of, ...above(spanOf(sign, of), of) };
}

function parseChain(reader: Reader): Syntax {
  const first = parseSum(reader);
  const rest: Link[] = [];
  for (let comparator = takeComparator(reader); comparator; comparator = takeComparator(reader)) {
    rest.push({ comparator, operand: parseSum(reader) });
  }
  const last = rest.at(-1);
  if (!last) return first;
  return {
    kind: 'chain',
    first,
    rest,
    ...above(spanOf(first, last.operand), first, ...rest.map((link) => link.operand)),
  };
}

const comparators: readonly Comparator[] = ['==', '!=', '<', '<=', '>', '>=', 'in'];

function takeComparator(reader: Reader): Comparator | undefined {
  if (reader.isAt('not') && reader.isAt('in', 1)) {
    reader.take();
    reader.take();
    return 'not in';
  }
  const comparator = comparators.find((one) => reader.isAt(one));
  if (comparator) reader.take();
  return comparator;
}

const parseSum = (reader: Reader): Syntax =>
  parseArithmetic(reader, ['+', '-'], (inner) => parseArithmetic(inner, ['*', '/'], parseSign));

function parseArithmetic(reader: Reader, signs: ArithmeticSign[], parsePart: (reader: Reader) => Syntax): Syntax {
  let left = parsePart(reader);
  for (;;) {
    const sign = signs.find((one) => reader.isAt(one));
    if (!sign) return left;
    reader.take();
    const right = parsePart(reader);
    left = { kind: 'arithmetic', sign, left, right, ...above(spanOf(left, right), left, right) };
  }
}

function parseSign(reader: Reader): Syntax {
  const sign = reader.takeIf('-');
  if (!sign) return parseAtom(reader);
  const of = reader.descend(() => parseSign(reader));
  return { kind: 'negative', of, ...above(spanOf(sign, of), of) };
}

function parseAtom(reader: Reader): Syntax {
  const token = reader.take();
  if (token.kind === 'number' || token.kind === 'text') return { ...token, depth: 1 };
  if (token.kind === 'name') {
    if (!reader.takeIf('(')) return { ...token, depth: 1 };
    const { items, closing } = parseItems(reader, ')');
    return { kind: 'call', name: token.value, arguments: items, ...above(spanOf(token, closing), ...items) };
  }
  if (token.kind === 'symbol' && token.value === '[') {
    const { items, closing } = parseItems(reader, ']');
    return { kind: 'list', items, ...above(spanOf(token, closing), ...items) };
  }
  if (token.kind === 'symbol' && token.value === '(') {
    const inner = reader.descend(() => parseOr(reader));
    return { ...inner, ...above(spanOf(token, close(reader, ')')), inner) };
  }
  const found = token.kind === 'end' ? 'the text ends' : `${show(token)} stands`;
  throw new FilterError(`${found} where a field, a number, a text or a bracket is needed`, token);
}

function parseItems(reader: Reader, bracket: ')' | ']') {
  const items: Syntax[] = [];
  if (!reader.isAt(bracket)) {
    do items.push(reader.descend(() => parseSum(reader)));
    while (reader.takeIf(','));
  }
  return { items, closing: close(reader, bracket) };
}

function close(reader: Reader, bracket: ')' | ']'): Token {
  if (reader.isAt(bracket)) return reader.take();
  throw new FilterError(`a closing ${bracket} is missing here`, { at: reader.peek().at, length: 0 });
}
