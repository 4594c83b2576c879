import type { Span } from './range.ts';

/** Round numbers within a span, at most about `most`, or those `distance` apart. */
export function evenTicks({ low, high }: Span, most: number, distance = roundUp((high - low) / most)): number[] {
  const first = Math.ceil(low / distance);
  const count = Math.max(0, Math.floor(high / distance) - first + 1);
  return Array.from({ length: count }, (_, at) => Number(((first + at) * distance).toPrecision(12)));
}

/** 1, 2 or 5 times a power of ten. */
function roundUp(distance: number): number {
  const power = 10 ** Math.floor(Math.log10(distance));
  return ([1, 2, 5].find((times) => times * power >= distance * 0.9999) ?? 10) * power;
}
