import { type Dimension, holdsAt, orderOf, type SearchPoint, type SearchSpace } from '@duality/shared';
import { createMixture } from './parzen.ts';
import { randomPoint } from './random.ts';
import { finishedOf, type SplitObservations, splitObservations } from './split-observations.ts';
import type { Search, Strategy } from './strategy.ts';
import { unitsFor, unseenPoint } from './unseen.ts';

/** Random points that must have ended before any is proposed by what was seen. */
const startingPoints = 10;
const candidates = 24;

/**
 * Tree-structured Parzen estimator (Bergstra et al., NeurIPS 2011, §4): of points drawn like the good ones, that which is
 * likeliest among the good in relation to the rest. Parameters that hold together are drawn together (2304.11127, §3).
 */
export const tpe: Strategy = (search) => {
  if (finishedOf(search.observations).length < startingPoints)
    return unseenPoint(search, (attempt) => randomPoint(search, attempt));
  const split = splitObservations(search);
  return unseenPoint(search, (attempt) => likeliestPoint(search, split, attempt));
};

function likeliestPoint(search: Search, split: SplitObservations, attempt: number): SearchPoint {
  const { space } = search;
  // Fewer with each attempt, since the best of many would only be the same point again.
  const count = Math.max(1, candidates >>> attempt);
  const groups = groupsOf(space);
  const units = unitsFor(search, candidates * (Object.keys(space).length + groups.length), attempt);
  let used = 0;
  let point: SearchPoint = {};
  for (const keys of groups) {
    if (!holdsAt(space[keys[0] as string] as Dimension, point)) continue;
    const length = count * (keys.length + 1);
    point = { ...point, ...likeliest(space, keys, split, units.subarray(used, used + length)) };
    used += length;
  }
  return point;
}

function likeliest(
  space: SearchSpace,
  keys: readonly string[],
  { good, rest }: SplitObservations,
  units: Float32Array,
): SearchPoint {
  const having = (observations: SplitObservations['good']) =>
    observations.map(({ params }) => params).filter((params) => keys.every((key) => key in params));
  const ofGood = createMixture(space, keys, having(good));
  const ofRest = createMixture(space, keys, having(rest));
  const each = keys.length + 1;
  let best: { point: SearchPoint; ratio: number } | undefined;
  for (let from = 0; from < units.length; from += each) {
    const point = ofGood.draw(units.subarray(from, from + each));
    const ratio = ofGood.densityAt(point) / ofRest.densityAt(point);
    if (!best || ratio > best.ratio) best = { point, ratio };
  }
  return best?.point ?? {};
}

/** Parameters that hold under the same condition, each group after the parameter that it depends on. */
function groupsOf(space: SearchSpace): string[][] {
  const groups = Map.groupBy(orderOf(space) ?? [], (key) => JSON.stringify(space[key]?.when));
  return [...groups.values()];
}
