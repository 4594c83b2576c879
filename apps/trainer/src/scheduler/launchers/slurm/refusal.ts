import { CommandError } from './run-command.ts';

/**
 * Whether Slurm understood a submission and will not have it, now or ever: no such partition, more than any node has. Not where
 * it could not be asked, nor where only too many jobs wait already.
 */
export const isRefusal = (error: unknown): error is CommandError =>
  error instanceof CommandError &&
  /submission failed|invalid|error:/i.test(error.words) &&
  !/contact|communicat|connect|timed out|temporarily|not respond|zero bytes|submit limit|slurm_persist|protocol auth/i.test(
    error.words,
  );
