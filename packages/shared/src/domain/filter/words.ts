import { FilterError } from './filter-error.ts';
import { parse } from './parse.ts';
import type { Syntax } from './syntax.ts';

const operatorSigns = /[<>=!()[\]]|&&|\|\|/;
const operatorWords = /(?<![\w.-])(?:and|or|not|in)(?![\w.-])/i;

/**
 * Words to search for, or an expression. A comparison sign or a bracket outside quotes makes an expression. Where only
 * `and`, `or`, `not` or `in` stand between words it is one if it can be read so, and everything else is words.
 */
export function readWordsOrSyntax(text: string): string[] | Syntax {
  const words = splitWords(text);
  const unquoted = words.map(({ quoted, value }) => (quoted ? '' : value)).join(' ');
  if (operatorSigns.test(unquoted)) return parse(text);
  const plain = words.map(({ value }) => value).filter(Boolean);
  if (!operatorWords.test(unquoted)) return plain;
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof FilterError) return plain;
    throw error;
  }
}

/** Whether a text is read as words to search for; false also when it cannot be read. */
export function isWordSearch(text: string): boolean {
  try {
    return Array.isArray(readWordsOrSyntax(text));
  } catch {
    return false;
  }
}

/** At spaces; quotes at the start of a word keep a text together, and need not be closed while one still types. */
function splitWords(text: string): { value: string; quoted: boolean }[] {
  return [...text.matchAll(/"([^"]*)"?|'([^']*)'?|“([^”]*)”?|‘([^’]*)’?|(\S+)/g)].map(([, ...groups]) => ({
    value: groups.find((group) => group !== undefined) ?? '',
    quoted: groups.at(-1) === undefined,
  }));
}
