import { type Draw, randomStream } from '@duality/shared';
import type { Dataset, SampleSet } from './sample-set.ts';

const trainPoints = 100_000;
const testPoints = 10_000;
/** Counters set aside for one part: in every generated point, so never change it. */
const drawsPerPart = 16;

/** Where the numbers of one part of a generated set come from; `axis` tells apart the draws of a point. */
export type PartDraw = (axis: number) => Draw;

/** 100,000 points to train on and 10,000 held out, which share no random number. */
export function generate(
  name: string,
  seed: number,
  draw: (count: number, part: PartDraw) => SampleSet,
): Omit<Dataset, 'classes'> {
  const part =
    (number: number): PartDraw =>
    (axis) => ({
      seed,
      stream: randomStream.dataset,
      counter: number * drawsPerPart + axis,
    });
  return {
    source: `${name}, generated from seed ${seed}`,
    train: draw(trainPoints, part(0)),
    test: draw(testPoints, part(1)),
  };
}
