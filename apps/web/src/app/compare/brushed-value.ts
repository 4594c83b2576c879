import type { RunSummary } from '@duality/shared';
import type { BrushValue } from './brush.ts';

/** What a brush on `by` judges a run by. */
export function brushedValue(run: RunSummary, by: string): BrushValue {
  const value = (run.config as Record<string, unknown>)[by];
  return typeof value === 'object' ? JSON.stringify(value) : (value as BrushValue);
}
