import { type RunSummary, runConfigKeys } from '@duality/shared';
import type { Brush, BrushValue } from './brush.ts';

/** What a brush on the key `by` of the config judges a run by. */
export function brushedValue(run: RunSummary, by: string): BrushValue {
  const value = (run.config as Record<string, unknown>)[by];
  return typeof value === 'object' ? JSON.stringify(value) : (value as BrushValue);
}

/** Values of the filter's language that brushes are on: these the server has to tell. */
export const measuredBrushes = (brushes: readonly Brush[]): string[] =>
  brushes.map(({ by }) => by).filter((by) => !runConfigKeys.some((key) => key === by));
