import { epochsPerStep, type RunSummary, type XAxis } from '@duality/shared';
import type { Span } from '#charts/range.ts';

/** From the start of the first run to where the longest has come, at `now`; undefined where no run lies on the axis. */
export function wholeSpan(runs: readonly RunSummary[], axis: XAxis, now: number): Span | undefined {
  const spans = runs.flatMap((run) => spanOf(run, axis, now) ?? []);
  if (spans.length === 0) return undefined;
  const low = Math.min(...spans.map((span) => span.low));
  const high = Math.max(...spans.map((span) => span.high));
  return high > low ? { low, high } : undefined;
}

function spanOf({ config, lastStep, startedAt, endedAt }: RunSummary, axis: XAxis, now: number): Span | undefined {
  if (axis === 'step') return { low: 0, high: lastStep };
  if (axis === 'epoch') {
    const each = epochsPerStep(config);
    return each === undefined ? undefined : { low: 0, high: lastStep * each };
  }
  if (startedAt === null) return undefined;
  const end = endedAt ?? now;
  return axis === 'wall' ? { low: startedAt, high: end } : { low: 0, high: (end - startedAt) / 1000 };
}
