export const runStatuses = ['queued', 'running', 'completed', 'stopped', 'failed'] as const;
type Status = (typeof runStatuses)[number];

interface Ended {
  status: Status;
  reason: string | null;
}

/** Its numbers were no longer finite: trained again, it would come to the same end. */
export const hasDiverged = ({ status, reason }: Ended) =>
  status === 'failed' && reason?.startsWith('diverged') === true;

/** Its trainer was killed or went away; it said nothing of an error, and goes on from its checkpoint. */
export const wasInterrupted = ({ status, reason }: Ended) =>
  status === 'failed' &&
  /^(lost:|hung:|the trainer was ended by SIG)|was (deleted|replaced) while it was open/.test(reason ?? '');

/** Why such a run is not gone on with. */
export const explainDivergence = ({ id, reason }: Pick<Ended, 'reason'> & { id: number }) =>
  `run ${id} ${reason}; every number is a function of its config and seed, so it would end there again`;

export const isActive = (status: Status) => status === 'queued' || status === 'running';
