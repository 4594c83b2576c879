import { normals, randomStream } from '@duality/shared';
import { expect, test } from 'vitest';
import { loadMixture } from '../data/mixtures.ts';
import type { Drawn } from './drawn.ts';
import { createPointJudge } from './point-judge.ts';

const data = loadMixture({ dataset: 'ring', seed: 3 });
const judge = createPointJudge('ring', data);
const ofSamples = (samples: Float32Array, others: Partial<Drawn> = {}): Drawn => ({
  step: 5,
  samples,
  count: samples.length / 2,
  realScores: new Float32Array(1),
  fakeScores: new Float32Array(1),
  ...others,
});
/** From another part of the stream than what the judge has seen. */
const perfect = loadMixture({ dataset: 'ring', seed: 4 }).train.values.subarray(0, 5000) as Float32Array;

test('a perfect sampler scores at the ceilings and the floors', async () => {
  const { estimates, detail } = await judge.measure(ofSamples(perfect));
  const highQuality = estimates['eval.highQuality'];
  const ceiling = 1 - Math.exp(-4.5);
  expect(estimates['eval.modes']).toEqual({ value: 8, low: 8, high: 8 });
  expect(Math.abs((highQuality?.value ?? 0) - ceiling)).toBeLessThan(3 * Math.sqrt((ceiling * (1 - ceiling)) / 2500));
  expect(highQuality?.low).toBeLessThan(ceiling);
  expect(highQuality?.high).toBeGreaterThan(ceiling);
  expect(estimates['eval.klModes']?.value).toBeLessThan(0.0014 + 3 * 0.0007);
  expect(estimates['eval.w1']?.value).toBeLessThan(3 * (judge.floors['eval.w1']?.value ?? 0));
  expect(detail.classCounts?.reduce((a, b) => a + b, 0)).toBeGreaterThan(2400);
});

test('samples that are shifted by one are one away', async () => {
  const shifted = perfect.map((x, i) => (i % 2 === 0 ? x + 1 : x));
  const { estimates } = await judge.measure(ofSamples(shifted));
  expect(estimates['eval.w1']?.value).toBeGreaterThan(0.95);
  expect(estimates['eval.w1']?.value).toBeLessThan(1.1);
  expect(estimates['eval.w1']?.low).toBeLessThan(estimates['eval.w1']?.value ?? 0);
});

test('samples that are no numbers have no distance and no modes', async () => {
  const { estimates } = await judge.measure(ofSamples(new Float32Array(200).fill(Number.NaN)));
  expect(estimates).toEqual({
    'eval.modes': { value: 0, low: 0, high: 0 },
    'eval.highQuality': { value: 0, low: 0, high: 0 },
  });
});

test('a surface is kept with some of the points, and left out when the critic has blown up', async () => {
  const scores = normals({ seed: 1, stream: randomStream.mixing, counter: 1 }, 48 * 48);
  const gradients = normals({ seed: 1, stream: randomStream.mixing, counter: 2 }, 2 * 12 * 12);
  const seen = await judge.measure(ofSamples(perfect, { surface: { scores, gradients } }));
  const { low = [], high = [], real, generated } = seen.detail.surface ?? {};
  expect([real?.length, generated?.length]).toEqual([800, 800]);
  for (const coordinate of [...(real ?? []), ...(generated ?? [])]) {
    expect(coordinate).toBeGreaterThan(Math.min(...low));
    expect(coordinate).toBeLessThan(Math.max(...high));
  }
  const broken = { scores: scores.fill(Number.POSITIVE_INFINITY, 0, 1), gradients };
  expect((await judge.measure(ofSamples(perfect, { surface: broken }))).detail.surface).toBeUndefined();
});
