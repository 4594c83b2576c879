import type { Job } from '@duality/shared';

/** A job that waits or runs, or is just being cleared away. */
export interface QueuedJob extends Omit<Job, 'isOver'> {
  /** As it was submitted. */
  name: string;
}

/** States after which nothing of a job comes, unless someone puts it back into the queue. */
const lastStates = new Set([
  'BOOT_FAIL',
  'CANCELLED',
  'COMPLETED',
  'DEADLINE',
  'FAILED',
  'LAUNCH_FAILED',
  'NODE_FAIL',
  'OUT_OF_MEMORY',
  'PREEMPTED',
  'RECONFIG_FAIL',
  'REVOKED',
  'TIMEOUT',
]);

export const hasEnded = ({ state }: { state: string }): boolean => lastStates.has(state);

/** Slurm has a word for "no reason", and others for "no node". */
export const unlessNone = (word: string): string | null => (/^(None|\(null\)|n\/a)?$/i.test(word) ? null : word);

/** The first of a list of nodes: `node[3-5,7]` begins with `node3`. */
export function firstNode(nodes: string): string | null {
  const [, name = '', inBrackets = ''] = /^([^,[]*)(?:\[(\w+))?/.exec(nodes) ?? [];
  return unlessNone(name + inBrackets);
}
