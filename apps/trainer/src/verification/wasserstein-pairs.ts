import { randomStream, uniforms } from '@duality/shared';
import { euclideanDistance } from '../evaluation/points.ts';
import { moveAlongRay, parseWassersteinPair, sampleWassersteinPairs } from '../evaluation/wasserstein-pairs.ts';
import { type Check, check } from './check.ts';

/**
 * Checks the sampler against a Wasserstein-1 benchmark file (format: tests/reference/w1-benchmark/README.md), given its
 * parsed content: each of its pairs (y, x), and a mean of ‖x − y‖ over samples from `seed` against its true distance.
 * Throws an ExplainedError that names the file and the field of what cannot be read.
 */
export function checkWassersteinPairs(content: unknown, file: string, seed = 1): Check[] {
  const pair = parseWassersteinPair(content, file);
  const pairs = pair.check.y.map((y, i) =>
    check('check', `pair ${i + 1}`, moveAlongRay(pair, y), pair.check.x[i] as number[], pairTolerance),
  );
  const { x, y } = sampleWassersteinPairs(pair, samples, (length) =>
    uniforms({ seed, stream: randomStream.heldOutNoise, counter: 0 }, length),
  );
  const lengths = x.map((point, i) => euclideanDistance(point, y[i] as number[]));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / samples;
  const variance = lengths.reduce((sum, length) => sum + (length - mean) ** 2, 0) / (samples - 1);
  const error = Math.abs(mean - pair.trueW1);
  const allowed = standardErrors * Math.hypot(pair.standardError, Math.sqrt(variance / samples));
  const entry = `mean ‖x − y‖ of ${samples.toLocaleString('en')} samples`;
  return [...pairs, { section: 'trueW1', entry, error, allowed, passed: error <= allowed }];
}

/** The pairs are written with seven digits. */
const pairTolerance = 1e-5;
const samples = 2 ** 14;
/** Chance alone exceeds five standard errors once in 1.7 million files. */
const standardErrors = 5;
