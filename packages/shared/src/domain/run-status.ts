import type { Run, RunStatus } from './run.ts';

export const runStatuses = ['queued', 'running', 'completed', 'stopped', 'failed'] as const;

/** Its numbers were no longer finite: trained again, it would come to the same end. */
export const hasDiverged = ({ status, reason }: Pick<Run, 'status' | 'reason'>) =>
  status === 'failed' && reason?.startsWith('diverged') === true;

/** Why such a run is not gone on with. */
export const explainDivergence = ({ id, reason }: Pick<Run, 'id' | 'reason'>) =>
  `run ${id} ${reason}; every number is a function of its config and seed, so it would end there again`;

export const isActive = (status: RunStatus) => status === 'queued' || status === 'running';
