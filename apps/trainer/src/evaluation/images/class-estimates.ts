import type { Estimate } from '@duality/shared';
import { bootstrap, bootstrapSpread } from '../bootstrap.ts';
import { klDivergence } from '../divergences.ts';

/** A class is found when it is this share of the samples. */
const leastShare = 0.01;

/**
 * Which classes the samples have, and how far their shares are from those of held-out images, KL(samples ‖ held out) in
 * natural logarithms. Half an image more a class keeps it finite.
 */
export function estimateClasses(samples: Int32Array, heldOut: Int32Array, classes: number, counter: number) {
  const counts = countClasses(samples, classes);
  const held = countClasses(heldOut, classes).map((count) => (count + 0.5) / (heldOut.length + 0.5 * classes));
  const found = (of: number[]) => of.filter((count) => count >= leastShare * samples.length).length;
  const divergence = (of: number[]) =>
    klDivergence(
      of.map((count) => count / samples.length),
      held,
    );
  const drawn = (places: Uint32Array) => countClasses(samples, classes, places);
  const estimates: Record<string, Estimate> = {
    'eval.modes': bootstrap(found(counts), counter, (resample) => found(drawn(resample(samples.length)))),
    'eval.klModes': bootstrapSpread(divergence(counts), counter, (resample) =>
      divergence(drawn(resample(samples.length))),
    ),
  };
  return { counts, estimates };
}

function countClasses(labels: Int32Array, classes: number, places?: Uint32Array): number[] {
  const counts = new Array<number>(classes).fill(0);
  const count = (label: number) => {
    counts[label] = (counts[label] as number) + 1;
  };
  if (places) for (const place of places) count(labels[place] as number);
  else labels.forEach(count);
  return counts;
}
