import type { RunConfig } from './config.ts';
import type { ConfigProblem } from './config-problems.ts';
import { datasetDescriptions } from './dataset.ts';

/** Why a run cannot be asked for by a browser, which names no folders; nothing when it can. */
export function findFolderProblems({ dataset }: Pick<RunConfig, 'dataset'>): ConfigProblem[] {
  const { title, needsFolder } = datasetDescriptions[dataset];
  if (!needsFolder) return [];
  const message = `${title} is read from a folder, and folders are named in a terminal only: npm run train -- PRESET --data DIR`;
  return [{ key: 'dataset', message }];
}
