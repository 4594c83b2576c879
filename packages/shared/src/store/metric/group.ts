import type { Group } from '../../domain/group.ts';
import { bucketStepsFor, type Stretch } from './series-window.ts';

/** What a group is made of: each run's series, readable in buckets of any of `bucketStepsFor`'s sizes. */
export interface GroupMember {
  first: number;
  last: number;
  /** At most so many points that all of them may be drawn. */
  isFew: boolean;
  read: (bucketSteps: number) => Stretch[];
}

/** Sums the members up, bucket by bucket; they share their buckets, since those are aligned to multiples. */
export function groupMembers(name: string, members: readonly GroupMember[], width: number): Group {
  const bucketSteps = bucketStepsOf(members, width);
  const sums = new Map<number, Sum>();
  for (const member of members) {
    for (const { step, bucket } of member.read(bucketSteps)) {
      const index = Math.floor(step / bucketSteps);
      let sum = sums.get(index);
      if (!sum) {
        sum = { step, runs: 0, mean: 0, squares: 0, lo: Number.POSITIVE_INFINITY, hi: Number.NEGATIVE_INFINITY };
        sums.set(index, sum);
      }
      sum.step = Math.max(sum.step, step);
      if (bucket.n > 0) addRun(sum, bucket.mean, bucket.lo, bucket.hi);
    }
  }
  return toGroup(
    name,
    bucketSteps,
    [...sums].sort(([a], [b]) => a - b).map(([, sum]) => sum),
  );
}

/** 1 while all of the members' points may be drawn, and else what their whole span fills the width with. */
export function bucketStepsOf(members: readonly GroupMember[], width: number): number {
  if (members.every(({ isFew }) => isFew)) return 1;
  const first = Math.min(...members.map((member) => member.first));
  const last = Math.max(...members.map((member) => member.last));
  return bucketStepsFor(last - first + 1, width);
}

interface Sum {
  step: number;
  runs: number;
  mean: number;
  /** Of the differences from the mean (Welford 1962), which loses no digits to a large offset. */
  squares: number;
  lo: number;
  hi: number;
}

function addRun(sum: Sum, mean: number, lo: number, hi: number): void {
  sum.runs++;
  const away = mean - sum.mean;
  sum.mean += away / sum.runs;
  sum.squares += away * (mean - sum.mean);
  sum.lo = Math.min(sum.lo, lo);
  sum.hi = Math.max(sum.hi, hi);
}

function toGroup(name: string, bucketSteps: number, sums: readonly Sum[]): Group {
  const column = (least: number, pick: (sum: Sum) => number) =>
    sums.map((sum) => (sum.runs >= least ? pick(sum) : null));
  return {
    name,
    bucketSteps,
    steps: sums.map(({ step }) => step),
    runs: sums.map(({ runs }) => runs),
    means: column(1, ({ mean }) => mean),
    deviations: column(2, ({ squares, runs }) => Math.sqrt(squares / (runs - 1))),
    lows: column(1, ({ lo }) => lo),
    highs: column(1, ({ hi }) => hi),
  };
}
