import { gridAt } from '#components/steps-of-grids.ts';
import type { SampledRun } from './sampled-run.ts';
import type { Side } from './samples-address.ts';

/** The two pictures that a comparison begins with: two runs, or of one run its first grid and that of the slider. */
export function firstPair(
  sampled: readonly Pick<SampledRun, 'run' | 'grids'>[],
  step: number,
): readonly [Side, Side] | undefined {
  const [left, right] = sampled.filter(({ grids }) => grids.length > 0);
  if (!left) return undefined;
  if (right) return [{ runId: left.run.id }, { runId: right.run.id }];
  const first = left.grids[0]?.step ?? 0;
  const other = gridAt(left.grids, step)?.step === first ? (left.grids.at(-1)?.step ?? first) : first;
  return [{ runId: left.run.id, step: other }, { runId: left.run.id }];
}
