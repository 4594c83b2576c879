import { datasetDescriptions, type RunConfig, systemDescriptions } from '@duality/shared';

/** What is trained on what, in a few words. */
export const describeConfig = ({ system, dataset }: Pick<RunConfig, 'system' | 'dataset'>) =>
  `${systemDescriptions[system].title} · ${datasetDescriptions[dataset].title}`;
