import { isRunField, type RunSummary } from '@duality/shared';
import type { Brush, BrushValue } from './brush.ts';

/** What a brush on the key `by` of the config judges a run by. */
export function brushedValue(run: RunSummary, by: string): BrushValue {
  const value = (run.config as Record<string, unknown>)[by];
  return typeof value === 'object' ? JSON.stringify(value) : (value as BrushValue);
}

/** Values of the filter's language that brushes are on, which the server has to tell; a single word is a key of the config. */
export const measuredBrushes = (brushes: readonly Brush[]): string[] =>
  brushes.map(({ by }) => by).filter((by) => !/^\w+$/.test(by) || isRunField(by));
