import { reductions } from './expression.ts';
import { closingQuotes } from './quoted.ts';

/** What can stand at the caret of a filter that is being typed, and what of it is there already. */
export type CaretPlace = { from: number; typed: string } /** A value that a condition begins with. */ & (
  | { kind: 'start'; isQuoted: boolean }
  /** Within the brackets of `last( )` and the like. */
  | { kind: 'metric' }
  /** What a field is compared with. */
  | { kind: 'value'; field: string; isQuoted: boolean }
  /** What a text can be in. */
  | { kind: 'place' }
  /** After a value; `field` is empty where that is no field. */
  | { kind: 'operator'; field: string }
  | { kind: 'nowhere' }
);

const name = '[A-Za-z_][\\w.]*';
const call = new RegExp(`(?:${reductions.join('|')})\\(\\s*$`);
const comparison = new RegExp(`(${name})(?:\\s*\\([^()]*\\))?\\s*(?:==|!=|<=|>=|<|>|\\bin\\s*\\[(?:[^\\]]*,)?)\\s*$`);
const textIn = /["'”’]\s+(?:not\s+)?in\s+$/i;
const begins = /(?:^|[(,+*/-]|(?<![\w.])(?:and|or|not)|&&|\|\||!)\s*$/i;
const lastName = new RegExp(`(${name})\\s+$`);

/** Told by what stands before the caret: what comes after it may still change. */
export function placeOfCaret(text: string, caret: number): CaretPlace {
  const before = text.slice(0, caret);
  const quote = openQuote(before);
  const from = quote ?? caret - (/[A-Za-z_][\w.]*$/.exec(before)?.[0].length ?? 0);
  const typed = quote === undefined ? before.slice(from) : before.slice(quote + 1);
  const earlier = before.slice(0, from);
  const isQuoted = quote !== undefined;
  if (call.test(earlier)) return { from, typed, kind: 'metric' };
  const field = comparison.exec(earlier)?.[1];
  if (field) return { from, typed, kind: 'value', field, isQuoted };
  if (textIn.test(earlier)) return { from, typed, kind: 'place' };
  if (begins.test(earlier)) return { from, typed, kind: 'start', isQuoted };
  if (!/[\s)\]"'”’]$/.test(earlier)) return { from, typed, kind: 'nowhere' };
  return { from, typed, kind: 'operator', field: lastName.exec(earlier)?.[1] ?? '' };
}

/** Where the text opens that has not closed yet. */
function openQuote(text: string): number | undefined {
  let open: number | undefined;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (open === undefined) {
      if (closingQuotes[character]) open = at;
    } else if (character === '\\') at++;
    else if (character === closingQuotes[text.charAt(open)]) open = undefined;
  }
  return open;
}
