import { ranksOf } from '@duality/shared/analysis';

/** From worst to best, as tokens.css orders them. */
export const rampTokens = [1, 2, 3, 4, 5, 6, 7].map((at) => `--ramp-${at}`);

/** The colour at a share from 0, the worst, to 1, the best, between neighbouring stops `#rrggbb`. */
export function rampColour(share: number, stops: readonly string[]): string {
  const at = Math.min(1, Math.max(0, share)) * (stops.length - 1);
  const from = Math.min(Math.floor(at), stops.length - 2);
  const [low, high] = [stops[from] ?? '#000000', stops[from + 1] ?? '#000000'];
  const mix = [1, 3, 5].map((place) => {
    const [a, b] = [low, high].map((stop) => Number.parseInt(stop.slice(place, place + 2), 16)) as [number, number];
    return Math.round(a + (b - a) * (at - from));
  });
  return `rgb(${mix.join(' ')})`;
}

/** How good a value is among others, from 0 to 1; a half where all are equal. */
export function goodness(value: number, { low, high }: { low: number; high: number }, goal: 'min' | 'max'): number {
  const share = high > low ? (value - low) / (high - low) : 0.5;
  return goal === 'max' ? share : 1 - share;
}

/** How good each value is by its rank among the others, so that one far out does not make the rest look alike. */
export function goodnessByRank(values: readonly (number | null)[], goal: 'min' | 'max'): (number | null)[] {
  const known = values.filter((value) => value !== null);
  const ranks = ranksOf(known);
  const range = { low: 1, high: known.length };
  let next = 0;
  return values.map((value) => (value === null ? null : goodness(ranks[next++] as number, range, goal)));
}
