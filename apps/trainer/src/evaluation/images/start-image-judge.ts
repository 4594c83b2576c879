import { startEngine } from '../../engine/engine.ts';
import type { Judge } from '../judge.ts';
import { drawNeighbours } from '../neighbour-picture.ts';
import { createImageJudge, type ImageJudgeRequest } from './image-judge.ts';

/** Always on the wasm engine, whatever trains the run, so that scores compare between machines. */
export async function startImageJudge(request: ImageJudgeRequest): Promise<Judge> {
  await startEngine('wasm');
  const { floors, measure } = await createImageJudge(request);
  return {
    floors,
    measure: ({ samples, count, step }) => {
      const { estimates, classCounts, nearest } = measure(samples, count, step);
      return {
        estimates,
        detail: classCounts ? { classCounts } : {},
        neighbours: drawNeighbours(samples, nearest, request.train),
      };
    },
  };
}
