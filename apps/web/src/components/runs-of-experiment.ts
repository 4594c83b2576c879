import { quoteText } from '@duality/shared';

/** Where the runs of an experiment are listed. */
export const runsOfExperiment = (name: string): string =>
  `/runs?${new URLSearchParams({ q: `experiment == ${quoteText(name)}` })}`;
