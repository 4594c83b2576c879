import { type Experiment, runStatuses } from '@duality/shared';

/** Outside the trash. */
export const countRuns = ({ counts }: Experiment): number =>
  runStatuses.reduce((sum, status) => sum + counts[status], 0);

/** What has to be done before it can be deleted; undefined where it is empty. */
export function whyKept(experiment: Experiment): string | undefined {
  const runs = countRuns(experiment);
  const { removed } = experiment;
  if (runs > 0) return `move its ${runs === 1 ? 'run' : `${runs} runs`} first`;
  if (removed > 0) return `has ${removed === 1 ? 'a run' : `${removed} runs`} in the trash`;
  return undefined;
}
