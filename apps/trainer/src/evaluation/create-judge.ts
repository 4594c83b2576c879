import type { Dataset } from '../data/sample-set.ts';
import type { Judge } from './judge.ts';
import { createPointJudge } from './point-judge.ts';

export interface JudgeRequest {
  dataset: string;
  data: Pick<Dataset, 'train' | 'allTraining' | 'test' | 'classes'>;
  seed: number;
  /** Where what is learnt of a data set is kept for other runs. */
  cacheFolder: string;
}

/** `say` hears what takes a while. */
export async function createJudge(request: JudgeRequest, say: (line: string) => void): Promise<Judge> {
  const { dataset, data, cacheFolder } = request;
  if (data.test.shape.length === 1) return createPointJudge(dataset, data);
  // Loaded for images alone: points are measured without a tensor library.
  const { startImageJudge } = await import('./images/start-image-judge.ts');
  return startImageJudge({ ...data, cacheFolder, say });
}
