import type { FoundRun } from '@duality/shared';
import { type Brush, isWithin } from './brush.ts';
import { brushedValue, measuredBrushes } from './brushed-value.ts';
import type { CompareAddress } from './compare-address.ts';

/** Those of the found runs that neither an eye nor a brush leaves out. `areAsked`: they tell of the brushes' values. */
export function shownRuns<Run extends FoundRun>(
  runs: readonly Run[],
  { hidden, brushes }: Pick<CompareAddress, 'hidden' | 'brushes'>,
  areAsked = true,
): Run[] {
  const measured = measuredBrushes(brushes);
  const passes = (run: Run, brush: Brush) => {
    const at = measured.indexOf(brush.by);
    if (at >= 0 && !areAsked) return true;
    return isWithin(at >= 0 ? run.values[at] : brushedValue(run, brush.by), brush);
  };
  return runs.filter((run) => !hidden.includes(run.id) && brushes.every((brush) => passes(run, brush)));
}
