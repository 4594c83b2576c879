import { quoteText } from '@duality/shared';
import { runsHref } from './runs-href.ts';

/** Where the runs of an experiment are listed. */
export const runsOfExperiment = (name: string): string => runsHref(`experiment == ${quoteText(name)}`);
