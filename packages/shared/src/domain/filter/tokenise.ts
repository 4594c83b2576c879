import { FilterError, type Span } from './filter-error.ts';
import { closingQuotes, readQuoted } from './quoted.ts';

export type Token = Span &
  (
    | { kind: 'number'; value: number }
    | { kind: 'text'; value: string }
    | { kind: 'name'; value: string }
    | { kind: 'symbol'; value: string }
    | { kind: 'end' }
  );

const space = /\s+/y;
const number = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const name = /[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/y;
const symbol = /==|!=|<=|>=|&&|\|\||[<>+\-*/()[\],!]/y;
/** So that one meaning has one token. */
const synonyms: Record<string, string> = { '&&': 'and', '||': 'or', '!': 'not' };
const keywords = ['and', 'or', 'not', 'in'];

/** The text in pieces, the last of them `end`; throws a FilterError at the first character that begins none. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const blank = match(space, text, at);
    if (blank) {
      at += blank.length;
      continue;
    }
    const token = readToken(text, at);
    tokens.push(token);
    at += token.length;
  }
  return [...tokens, { kind: 'end', at, length: 0 }];
}

function readToken(text: string, at: number): Token {
  if (closingQuotes[text.charAt(at)]) return { kind: 'text', ...readQuoted(text, at) };
  const digits = match(number, text, at);
  if (digits) return readNumber(text, at, digits);
  const word = match(name, text, at);
  if (word) {
    const keyword = keywords.find((one) => one === word.toLowerCase());
    return { at, length: word.length, ...(keyword ? symbolOf(keyword) : { kind: 'name', value: word }) };
  }
  const sign = match(symbol, text, at);
  if (sign) return { at, length: sign.length, ...symbolOf(synonyms[sign] ?? sign) };
  throw new FilterError(explain(text, at), { at, length: String.fromCodePoint(text.codePointAt(at) ?? 32).length });
}

const symbolOf = (value: string) => ({ kind: 'symbol', value }) as const;

function readNumber(text: string, at: number, digits: string): Token {
  const rest = match(/[\w.]+/y, text, at + digits.length) ?? '';
  const span = { at, length: digits.length + rest.length };
  if (rest) throw new FilterError(`${digits}${rest} is neither a number nor a name; a text needs quotes`, span);
  const value = Number(digits);
  if (!Number.isFinite(value)) throw new FilterError(`${digits} is too large for a number`, span);
  return { kind: 'number', value, ...span };
}

function explain(text: string, at: number): string {
  if (text[at] === '=') return 'write == to compare';
  if (text[at] === '&') return 'write "and"';
  if (text[at] === '|') return 'write "or"';
  if (text[at] === '#') return 'write id == 12 for run #12, or only words without any operator';
  return `${String.fromCodePoint(text.codePointAt(at) ?? 32)} means nothing here; a text needs quotes`;
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
