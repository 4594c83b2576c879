import { type Correlation, rankCorrelation } from '@duality/shared/analysis';
import type { ValueAxis } from './value-axis.ts';

interface Placed {
  isOut: boolean;
  positions: readonly number[];
}

/** How many runs lie in each stretch of an axis, or at each of its choices; what has no value is not counted. */
export function histogram(runs: readonly Placed[], at: number, axis: ValueAxis, stretches = 12): number[] {
  const count = axis.kind === 'choice' ? axis.choices.length : stretches;
  const bars = new Array<number>(count).fill(0);
  for (const { isOut, positions } of runs) {
    const position = positions[at] as number;
    if (isOut || position < 0) continue;
    const bar = Math.min(count - 1, Math.floor(position * count));
    bars[bar] = (bars[bar] as number) + 1;
  }
  return bars;
}

/** Of two axes of numbers, over the runs that have both and are not left out; null where it means nothing. */
export function correlate(
  runs: readonly Placed[],
  x: number,
  y: number,
  axes: readonly ValueAxis[],
): Correlation | null {
  if (axes[x]?.kind !== 'number' || axes[y]?.kind !== 'number') return null;
  const both = runs.filter(
    ({ isOut, positions }) => !isOut && (positions[x] as number) >= 0 && (positions[y] as number) >= 0,
  );
  // A flipped axis turns the picture around, not the relation.
  const sign = axes[x].isFlipped === axes[y].isFlipped ? 1 : -1;
  return rankCorrelation(
    both.map(({ positions }) => positions[x] as number),
    both.map(({ positions }) => sign * (positions[y] as number)),
  );
}

/** `−0.62` with its interval, `−0.81 … −0.32`. */
export function describeCorrelation({ value, interval }: Correlation): { value: string; interval: string } {
  return {
    value: signed(value),
    interval: interval ? `${signed(interval.low)} … ${signed(interval.high)}` : 'too few runs',
  };
}

const signed = (number: number) => number.toFixed(2).replace('-', '−');
