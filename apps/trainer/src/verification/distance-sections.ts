import { jensenShannon, klDivergence, totalVariation } from '../evaluation/divergences.ts';
import {
  frechetDistance,
  frechetDistanceOfFeatures,
  gaussianKl,
  gaussianW2,
  gaussianW2Squared,
} from '../evaluation/gaussian-distances.ts';
import { kernelDistance } from '../evaluation/kernel-distance.ts';
import { measureModeCoverage } from '../evaluation/mode-coverage.ts';
import { measureNeighbours } from '../evaluation/neighbours.ts';
import type { NumberFields } from '../evaluation/number-fields.ts';
import { transportCost } from '../evaluation/optimal-transport.ts';
import { euclideanDistance, type Points, squaredDistance } from '../evaluation/points.ts';
import { wasserstein1d } from '../evaluation/wasserstein-1d.ts';
import type { Value } from './check.ts';

/** What an entry's numbers must come to, under the name of the file's tolerance that holds for them. */
type Results = Partial<Record<'closedForm' | 'transport' | 'frechet' | 'kid' | 'counts', Record<string, Value>>>;

/** The sections of a file of exact distances (tests/reference/README.md): how each number of an entry is computed. */
export const distanceSections: Record<string, (entry: NumberFields) => Results> = {
  discrete(entry) {
    const p = entry.vector('p');
    const q = entry.vector('q', p.length);
    const js = jensenShannon(p, q);
    return { closedForm: { klPQ: klDivergence(p, q), klQP: klDivergence(q, p), js, tv: totalVariation(p, q) } };
  },
  parallelLines(entry) {
    const [pointsP, pointsQ] = [entry.rows('pointsP'), entry.rows('pointsQ')];
    const { p, q } = sharesOf(pointsP, pointsQ);
    const w1 = transportCost(pointsP, pointsQ, euclideanDistance);
    return {
      closedForm: { kl: klDivergence(p, q), js: jensenShannon(p, q), tv: totalVariation(p, q) },
      transport: { w1 },
    };
  },
  gaussians1d(entry) {
    const sd = (name: string) => entry.number(name, 'a number of at least 0', (value) => value >= 0);
    const a = { mean: entry.number('mean1'), sd: sd('sd1') };
    const b = { mean: entry.number('mean2'), sd: sd('sd2') };
    return { closedForm: { w2: gaussianW2(a, b), w2Squared: gaussianW2Squared(a, b), kl12: gaussianKl(a, b) } };
  },
  wasserstein1d(entry) {
    const [u, v] = [entry.vector('u'), entry.vector('v')];
    return { transport: { w1: wasserstein1d(u, v, weights(entry, 'uWeights'), weights(entry, 'vWeights')) } };
  },
  transport2d(entry) {
    const [x, y] = [entry.rows('x'), entry.rows('y')];
    const masses = { x: weights(entry, 'xWeights'), y: weights(entry, 'yWeights') };
    const w2Squared = transportCost(x, y, squaredDistance, masses);
    const w1 = transportCost(x, y, euclideanDistance, masses);
    return { transport: { w1, w2Squared, w2: Math.sqrt(w2Squared) } };
  },
  frechet(entry) {
    const gaussian = (i: 1 | 2) => {
      const mean = entry.vector(`mean${i}`);
      const covariance = entry.rows(`cov${i}`, mean.length);
      if (covariance.length !== mean.length) throw entry.wrong(`cov${i}`, `${mean.length} lists`);
      return { mean, covariance };
    };
    return { frechet: { fid: frechetDistance(gaussian(1), gaussian(2)) } };
  },
  frechetFromFeatures: (entry) => ({
    frechet: { fid: frechetDistanceOfFeatures(entry.rows('real'), entry.rows('fake')) },
  }),
  kid: (entry) => ({ kid: { kid: kernelDistance(entry.rows('real'), entry.rows('fake')) } }),
  prdc(entry) {
    const measures = measureNeighbours(entry.rows('real'), entry.rows('fake'), entry.number('k'));
    return { closedForm: { ...measures } };
  },
  modes(entry) {
    const modes = {
      centres: entry.rows('centres'),
      sigma: entry.number('sigma', 'a number above 0', (value) => value > 0),
    };
    const threshold = entry.has('threshold') ? entry.number('threshold') : undefined;
    const { counts, modesFound, ...fractions } = measureModeCoverage(entry.rows('points'), modes, threshold);
    return { counts: { counts, modesFound }, closedForm: fractions };
  },
};

const weights = (entry: NumberFields, name: string) => (entry.has(name) ? entry.vector(name) : undefined);

/** Two samples as distributions over the points that occur in either. */
function sharesOf(pointsP: Points, pointsQ: Points) {
  const keys = (points: Points) => points.map((point) => Array.from(point).join(' '));
  const [ofP, ofQ] = [keys(pointsP), keys(pointsQ)];
  const share = (all: string[], key: string) => all.filter((other) => other === key).length / all.length;
  const places = [...new Set([...ofP, ...ofQ])];
  return { p: places.map((key) => share(ofP, key)), q: places.map((key) => share(ofQ, key)) };
}
