import { z } from 'zod';

type Issue = z.core.$ZodIssue;

/**
 * As `safeParse`, which throws at a value that says of itself what length it has, and means no number: then that is the
 * problem of the whole.
 */
export function parseSafely<T>(schema: z.ZodType<T>, input: unknown): z.ZodSafeParseResult<T> {
  try {
    return schema.safeParse(input);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return {
      success: false,
      error: new z.ZodError([{ code: 'custom', path: [], message: oddLength, input }]) as z.ZodError<T>,
    };
  }
}

export const oddLength = 'must have no "length" that is no number';

/** What is wrong where: `key` is the path of the field, `''` for the whole. */
export function problemsOfIssue(issue: Issue): { key: string; message: string }[] {
  const path = issue.path.map((part) => shorten(String(part)));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ key: [...path, shorten(key)].join('.'), message: 'unknown key' }));
  }
  return [{ key: path.join('.'), message: sentenceOf(issue) }];
}

/** What is wrong, in words that go behind the name of a field: a schema's own message is one already, the library's is not. */
export function sentenceOf(issue: Issue): string {
  switch (issue.code) {
    case 'too_small':
      return bound(issue.origin, issue.inclusive ? 'at least' : 'more than', issue.minimum);
    case 'too_big':
      return bound(issue.origin, issue.inclusive ? 'at most' : 'less than', issue.maximum);
    case 'invalid_type':
      return issue.input === undefined && issue.message.endsWith('received undefined')
        ? 'is missing'
        : `must be ${nameOf(issue.expected)}`;
    case 'invalid_value':
      return `must be ${issue.values.map(String).join(' or ')}`;
    case 'invalid_union':
      return unionSentence(issue);
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`;
    case 'invalid_key':
    case 'invalid_element':
      return sentenceOf(issue.issues[0] as Issue);
    default:
      return issue.message.startsWith('Invalid') ? 'has not the form that it must have' : issue.message;
  }
}

const articles: Record<string, string> = {
  int: 'a whole number',
  object: 'an object',
  record: 'an object',
  array: 'a list',
};
const nameOf = (expected: string) => articles[expected] ?? `a ${expected}`;

function bound(origin: string, word: string, limit: number | bigint): string {
  if (origin === 'string') return `must have ${word} ${limit} characters`;
  if (origin === 'array') return `must have ${word} ${limit} entries`;
  return `must be ${word} ${limit}`;
}

/** Of the forms that are allowed: by their values, or by their kinds. */
function unionSentence({ errors, ...issue }: Extract<Issue, { code: 'invalid_union' }>): string {
  if ('options' in issue && Array.isArray(issue.options)) return `must be ${issue.options.map(String).join(' or ')}`;
  const ways = errors.flatMap(([one]) => {
    if (one?.code === 'invalid_value') return one.values.map(String);
    if (one?.code === 'invalid_type') return [nameOf(one.expected)];
    return one ? [sentenceOf(one).replace(/^must be /, '')] : [];
  });
  return ways.length > 0 ? `must be ${[...new Set(ways)].join(' or ')}` : 'has not the form that it must have';
}

const longest = 60;

/** A value as it stands in a message: however deep and long it is, a few words of it. */
export function showGiven(value: unknown): string {
  if (typeof value === 'string') return cut(JSON.stringify(value));
  if (typeof value !== 'object' || value === null) return String(value);
  return Array.isArray(value) ? `a list of ${value.length}` : 'an object';
}

/** A word that somebody gave, as it stands in a message: in quotes where it could not be seen without them. */
export function shorten(text: string): string {
  const shown = /^[\p{L}\p{N}\p{P}\p{S}]+( [\p{L}\p{N}\p{P}\p{S}]+)*$/u.test(text) ? text : JSON.stringify(text);
  return cut(shown);
}

const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text);
