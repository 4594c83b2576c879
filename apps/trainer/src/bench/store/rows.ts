import type { Row } from '../benchmark.ts';

/** A figure beside its bar and, where the same work was done by TensorBoard, beside that. */
interface Measured {
  workload: string;
  ours: number;
  theirs?: number | null | undefined;
  /** As a person says it: `≥ 10000`. */
  target: string;
  isMet: boolean;
  isMoreBetter?: boolean;
}

function row({ workload, ours, theirs = null, target, isMet, isMoreBetter = false }: Measured): Row {
  const times = theirs === null ? null : isMoreBetter ? ours / theirs : theirs / ours;
  return { workload, figures: { Duality: ours, TensorBoard: theirs, 'times better': times }, target, isMet };
}

export const atLeast = (workload: string, ours: number, bar: number, theirs?: number | null) =>
  row({ workload, ours, theirs, target: `≥ ${bar}`, isMet: ours >= bar, isMoreBetter: true });

export const atMost = (workload: string, ours: number, bar: number, theirs?: number | null) =>
  row({ workload, ours, theirs, target: `≤ ${bar}`, isMet: ours <= bar });
