import { FilterError, type Span } from './filter-error.ts';

/** By the opening one. Phones turn straight quotes into curly ones. */
export const closingQuotes: Record<string, string> = { '"': '"', "'": "'", '“': '”', '‘': '’' };

const escapes: Record<string, string> = { n: '\n', t: '\t' };

/** The text in the quotes that open at `at`; throws a FilterError when they do not close or an escape is unknown. */
export function readQuoted(text: string, at: number): Span & { value: string } {
  const closing = closingQuotes[text.charAt(at)];
  let value = '';
  for (let index = at + 1; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === closing) return { at, length: index + 1 - at, value };
    const isEscaped = character === '\\' && index + 1 < text.length;
    value += isEscaped ? readEscape(text, ++index) : character;
  }
  throw new FilterError(`this text has no closing ${closing}`, { at, length: text.length - at });
}

/** A text as a filter has to write it. */
export const quoteText = (text: string): string => `"${text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;

function readEscape(text: string, at: number): string {
  const character = text.charAt(at);
  if (character in closingQuotes || Object.values(closingQuotes).includes(character) || character === '\\') {
    return character;
  }
  const meant = escapes[character];
  if (meant !== undefined) return meant;
  throw new FilterError('after \\ only \\, a quote, n or t can stand; write \\\\ for one \\', {
    at: at - 1,
    length: 2,
  });
}
