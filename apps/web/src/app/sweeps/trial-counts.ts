import { countTrials, type SweepSummary, type TrialState } from '@duality/shared';

/** What is over comes first, as in a bar that fills up. */
const order: readonly TrialState[] = ['completed', 'pruned', 'failed', 'stopped', 'running', 'paused', 'queued'];
const over: ReadonlySet<TrialState> = new Set(['completed', 'pruned', 'failed', 'stopped']);

/** `pruned` is a word of those who search, not of those who look. */
export const stateWords: Record<TrialState, string> = {
  completed: 'completed',
  pruned: 'ended early',
  failed: 'failed',
  stopped: 'stopped',
  running: 'running',
  paused: 'paused',
  queued: 'waiting',
};

export interface TrialCounts {
  parts: { state: TrialState; count: number }[];
  /** Trials of which nothing more is expected. */
  done: number;
  /** All that there will be; null where nothing ends the sweep but people or its minutes. */
  total: number | null;
}

export function countStates({
  counts,
  request,
  status,
}: Pick<SweepSummary, 'counts' | 'request' | 'status'>): TrialCounts {
  const parts = order.flatMap((state) => (counts[state] ? [{ state, count: counts[state] }] : []));
  const sum = (some: typeof parts) => some.reduce((all, { count }) => all + count, 0);
  const [known, planned] = [sum(parts), countTrials(request)];
  // Once nothing is proposed any more, what is there is all.
  const isClosed = status === 'completed' || status === 'stopped' || status === 'cancelled';
  return {
    parts,
    done: sum(parts.filter(({ state }) => over.has(state))),
    total: isClosed ? known : Number.isFinite(planned) ? Math.max(planned, known) : null,
  };
}

/** `6 completed, 2 running, 4 to come`. */
export function describeCounts({ parts, total }: TrialCounts): string {
  const known = parts.reduce((all, { count }) => all + count, 0);
  const words = parts.map(({ state, count }) => `${count} ${stateWords[state]}`);
  const left = total === null ? 0 : total - known;
  if (left > 0) words.push(`${left} to come`);
  return words.join(', ') || 'no trials yet';
}

/** Whether a scheduler or a person can still change anything in it. */
export const isLive = ({ status, counts }: Pick<SweepSummary, 'status' | 'counts'>): boolean =>
  status === 'running' || status === 'paused' || (counts.running ?? 0) > 0;
