import type { RunFields } from '../found.ts';
import { metricDescriptions } from '../metric.ts';
import { type CaretPlace, placeOfCaret } from './caret-place.ts';
import { reductions } from './expression.ts';
import { filterFields, findField } from './fields.ts';
import { quoteText } from './quoted.ts';

/** One way to go on. */
export interface Completion {
  /** What takes the place of the characters from `from` to `to`. */
  text: string;
  /** A few words on it. */
  meaning: string;
}

export interface Completions {
  from: number;
  to: number;
  items: Completion[];
}

/** What runs there are can be filtered by, besides what every run has. */
export type KnownNames = Pick<RunFields, 'metrics' | 'tags' | 'experiments' | 'presets'>;

const most = 8;

/** How the word at the caret may go on; nothing where that cannot be told. Never a reason to change what is typed. */
export function completionsAt(text: string, caret: number, known: KnownNames): Completions {
  const place = placeOfCaret(text, caret);
  const typed = place.typed.toLowerCase();
  const items = candidates(place, known).filter(({ text }) => text.toLowerCase() !== typed);
  const found = typed === '' ? items : rank(items, typed);
  return { from: place.from, to: caret, items: found.slice(0, most) };
}

function candidates(place: CaretPlace, known: KnownNames): Completion[] {
  switch (place.kind) {
    case 'metric':
      return metricNames(known).map((name) => ({ text: nameOrText(name), meaning: titleOf(name) }));
    case 'value':
      return [...valuesOf(place.field, known), ...(place.isQuoted ? [] : fieldsAndFunctions(known))];
    case 'place':
      return [
        { text: 'tags', meaning: 'the run has this tag' },
        ...filterFields
          .filter(({ type }) => type === 'text')
          .map(({ name, meaning }) => ({ text: name, meaning: `the text occurs in it: ${meaning}` })),
      ];
    case 'operator':
      return operatorsAfter(place.field);
    case 'nowhere':
      return [];
    case 'start':
      return place.isQuoted ? tagged(known) : [...fieldsAndFunctions(known), ...tagged(known)];
  }
}

function fieldsAndFunctions(known: KnownNames): Completion[] {
  return [
    ...filterFields.map(({ name, meaning }) => ({ text: name, meaning })),
    ...metricNames(known).map((name) => ({ text: `last(${nameOrText(name)})`, meaning: titleOf(name) })),
    ...reductions
      .filter((name) => name !== 'last')
      .map((name) => ({
        text: `${name}(`,
        meaning: name === 'at' ? 'a metric at a step' : `${words[name] ?? name} of a metric`,
      })),
    { text: 'not ', meaning: 'the opposite of what follows' },
  ];
}

const words: Record<string, string> = {
  min: 'the smallest value',
  max: 'the largest value',
  mean: 'the mean',
  count: 'how many values',
  nonFinite: 'how many values that are not finite',
};

const tagged = ({ tags }: KnownNames): Completion[] =>
  tags.map((tag) => ({ text: `${quoteText(tag)} in tags`, meaning: 'runs with this tag' }));

function valuesOf(fieldName: string, known: KnownNames): Completion[] {
  const field = findField(fieldName);
  if (!field) return [];
  const own: Record<string, readonly string[]> = { experiment: known.experiments, preset: known.presets };
  const values = field.values ?? (field.of === 'run' ? own[field.name] : undefined);
  if (values) return values.map((value) => ({ text: quoteText(value), meaning: field.title }));
  if (field.type === 'flag') return ['true', 'false'].map((text) => ({ text, meaning: field.title }));
  return [{ text: 'none', meaning: 'where it is missing' }];
}

const join: Completion[] = [
  { text: 'and ', meaning: 'both hold' },
  { text: 'or ', meaning: 'at least one holds' },
];

function operatorsAfter(fieldName: string): Completion[] {
  const type = findField(fieldName)?.type;
  if (type === 'tags' || type === 'flag') return join;
  // After a number, a text or a bracket; any other word may be one to search for.
  if (type === undefined) return fieldName === '' ? join : [];
  const equal = [
    { text: '== ', meaning: 'is the same' },
    { text: '!= ', meaning: 'is another' },
  ];
  const ordered = ['<', '<=', '>', '>='].map((sign) => ({ text: `${sign} `, meaning: order[sign] ?? '' }));
  const among = { text: 'in [', meaning: 'is one of these' };
  return type === 'text' ? [...equal, among] : [...ordered, ...equal, ...(type === 'number' ? [among] : []), ...join];
}

const order: Record<string, string> = { '<': 'is below', '<=': 'is at most', '>': 'is above', '>=': 'is at least' };

const described = new Map(metricDescriptions.map(({ name, title }) => [name, title]));
const titleOf = (name: string) => described.get(name) ?? 'metric';
const metricNames = ({ metrics }: KnownNames) => [...new Set([...metrics, ...described.keys()])];
const nameOrText = (name: string) => (/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(name) ? name : quoteText(name));

/** Those that begin so before those in which it occurs, each in their own order. */
function rank(items: readonly Completion[], typed: string): Completion[] {
  const plain = ({ text }: Completion) => text.toLowerCase().replace(/^"/, '');
  const begins = items.filter((item) => plain(item).startsWith(typed));
  const occurs = items.filter((item) => !plain(item).startsWith(typed) && plain(item).includes(typed));
  return [...begins, ...occurs];
}
