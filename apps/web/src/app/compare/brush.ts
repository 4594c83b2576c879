/** A condition that was drawn: on a number, both ends included, or on a choice. */
export interface Brush {
  /** A key of the config, or a value of the filter's language such as `last(criticEstimate)`. */
  by: string;
  range?: { low: number; high: number };
  among?: string[];
}

/** A value that a brush may be about; null where a run has none. */
export type BrushValue = string | number | boolean | null | undefined;

/** `learningRate:0.0001..0.001` or `system:wgan-gp|wgan-lp`; undefined for what cannot be read. */
export function parseBrush(text: string): Brush | undefined {
  const [, key, range] = /^([^:]+):(.+)$/s.exec(text) ?? [];
  if (!key || !range) return undefined;
  const by = decode(key);
  const [low, high, ...rest] = range.split('..').map(Number);
  if (low !== undefined && high !== undefined && rest.length === 0 && low <= high) return { by, range: { low, high } };
  return { by, among: range.split('|').map(decode) };
}

export function formatBrush({ by, range, among = [] }: Brush): string {
  return `${encode(by)}:${range ? `${range.low}..${range.high}` : among.map(encode).join('|')}`;
}

/** What a person reads: `learningRate 0.0001 … 0.001`. */
export function describeBrush({ by, range, among = [] }: Brush): string {
  return range ? `${by} ${range.low} … ${range.high}` : `${by}: ${among.join(' or ')}`;
}

/** Whether a value lies within; one that is missing lies in no range, and is the choice `none`. */
export function isWithin(value: BrushValue, { range, among = [] }: Brush): boolean {
  if (range) return typeof value === 'number' && value >= range.low && value <= range.high;
  return among.includes(value == null ? 'none' : String(value));
}

/** The brushes with this one in the place of an earlier one on the same value. */
export const withBrush = (brushes: readonly Brush[], brush: Brush): Brush[] => [
  ...brushes.filter(({ by }) => by !== brush.by),
  brush,
];

const encode = (text: string) => text.replaceAll(/[%:|]/g, encodeURIComponent).replaceAll('..', '%2E%2E');

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
