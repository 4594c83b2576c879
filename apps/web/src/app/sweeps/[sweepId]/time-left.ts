import type { Trial } from '@duality/shared';
import { formatDuration } from '#components/duration.ts';

interface Progress {
  trials: readonly Trial[];
  /** Trials in all; null where nobody knows. */
  total: number | null;
  /** Milliseconds until no trial starts any more, where the budget says so. */
  untilDeadline: number | null;
  now: number;
}

interface TimeRange {
  low: number;
  high: number;
}

/**
 * Milliseconds until the last trial is over, from the middle half of how long completed ones took, and of a running one
 * those that took longer than it has; null before the first has ended. As many run at once as do now.
 */
export function timeLeft({ trials, total, untilDeadline, now }: Progress): TimeRange | null {
  const took = trials.flatMap(({ state, startedAt, endedAt }) =>
    state === 'completed' && startedAt !== null && endedAt !== null ? [endedAt - startedAt] : [],
  );
  if (took.length === 0 || (total === null && untilDeadline === null)) return null;
  const running = trials.filter(({ state }) => state === 'running');
  const over = trials.filter(({ state }) => ['completed', 'pruned', 'failed', 'stopped'].includes(state)).length;
  const waiting = total === null ? Number.POSITIVE_INFINITY : Math.max(0, total - over - running.length);
  const at = (share: number) => {
    const each = quantile(took, share);
    const rests = running.map(({ startedAt }) => restOf(took, share, now - (startedAt ?? now)));
    const longest = Math.max(0, ...rests);
    const work = rests.reduce((sum, rest) => sum + rest, 0) + waiting * each;
    const left = Math.max(longest, work / Math.max(1, running.length));
    // What runs when the time is up goes on to its end.
    return untilDeadline === null ? left : Math.min(left, Math.max(0, untilDeadline) + each);
  };
  return { low: at(0.25), high: at(0.75) };
}

/** Nothing when it has taken longer than all before it. */
function restOf(took: readonly number[], share: number, soFar: number): number {
  const longer = took.filter((one) => one > soFar);
  return longer.length === 0 ? 0 : quantile(longer, share) - soFar;
}

export function formatTimeLeft({ low, high }: TimeRange): string {
  const [least, most, none] = [low, high, 0].map(formatDuration) as [string, string, string];
  if (most === none) return 'any moment';
  if (least === none) return `up to ${most}`;
  return least === most ? most : `${least} – ${most}`;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] as number;
  const above = sorted[Math.ceil(place)] as number;
  return below + (above - below) * (place - Math.floor(place));
}
