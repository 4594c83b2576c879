import { expect, test } from 'vitest';
import { loadMixture, mixtures } from './mixtures.ts';
import { loadParallelLines } from './parallel-lines.ts';
import type { SampleSet } from './sample-set.ts';
import { loadSwissRoll } from './swiss-roll.ts';

const mean = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0) / values.length;
const variance = (values: ArrayLike<number>) => mean(Array.from(values, (value) => value ** 2)) - mean(values) ** 2;
const axis = ({ values, shape: [width = 1] }: SampleSet, number: number) =>
  Array.from(values).filter((_, i) => i % width === number);

test('ring and grid have the centres of PacGAN’s protocol', () => {
  expect(mixtures.ring.centres).toHaveLength(8);
  for (const [x = 0, y = 0] of mixtures.ring.centres) expect(Math.hypot(x, y)).toBeCloseTo(1, 15);
  expect(mixtures.grid.centres).toHaveLength(25);
  expect(new Set(mixtures.grid.centres.flat())).toEqual(new Set([-4, -2, 0, 2, 4]));
  expect([mixtures.ring.sigma, mixtures.grid.sigma]).toEqual([0.01, 0.05]);
});

test.each(['ring', 'grid', 'normals'] as const)(
  '%s: equally likely modes, each normal around its centre',
  (dataset) => {
    const { train, test: heldOut, classes = 0 } = loadMixture({ dataset, seed: 3 });
    const { centres, sigma } = mixtures[dataset];
    expect([train.count, heldOut.count, classes]).toEqual([100_000, 10_000, centres.length]);
    const expected = train.count / classes;
    for (const [mode, centre] of centres.entries()) {
      const members = Array.from(train.labels ?? [], (label, i) => ({ label, i })).filter(
        ({ label }) => label === mode,
      );
      // Five standard deviations of each figure.
      expect(Math.abs(members.length - expected)).toBeLessThan(5 * Math.sqrt(expected));
      for (const [k, at] of centre.entries()) {
        const offsets = members.map(({ i }) => (train.values[i * centre.length + k] as number) - at);
        expect(Math.abs(mean(offsets))).toBeLessThan((5 * sigma) / Math.sqrt(members.length));
        expect(Math.abs(variance(offsets) / sigma ** 2 - 1)).toBeLessThan(5 * Math.sqrt(2 / members.length));
      }
    }
  },
);

test('98.889 % of a ring lies within three standard deviations of its mode', () => {
  const { train } = loadMixture({ dataset: 'ring', seed: 1 });
  const { centres, sigma } = mixtures.ring;
  const near = Array.from(train.labels ?? []).filter((label, i) => {
    const [x = 0, y = 0] = centres[label] ?? [];
    return Math.hypot((train.values[2 * i] as number) - x, (train.values[2 * i + 1] as number) - y) < 3 * sigma;
  });
  expect(Math.abs(near.length / train.count - (1 - Math.exp(-4.5)))).toBeLessThan(0.0017); // five standard errors
});

test('the swiss roll has the moments of its formula', () => {
  const { train, classes } = loadSwissRoll({ seed: 1 });
  expect([train.count, train.shape, classes]).toEqual([100_000, [2], undefined]);
  const along = Array.from({ length: 100_000 }, (_, i) => 1.5 * Math.PI * (1 + (2 * (i + 0.5)) / 100_000));
  for (const [k, wave] of [Math.cos, Math.sin].entries()) {
    const exact = along.map((t) => (t * wave(t)) / 7.5);
    expect(Math.abs(mean(axis(train, k)) - mean(exact))).toBeLessThan(0.02);
    expect(Math.abs(variance(axis(train, k)) - variance(exact) - (0.25 / 7.5) ** 2)).toBeLessThan(0.02);
  }
});

test('parallel lines are at x = 1, uniform along y', () => {
  const { train } = loadParallelLines({ seed: 1 });
  expect(new Set(axis(train, 0))).toEqual(new Set([1]));
  expect(mean(axis(train, 1))).toBeCloseTo(0.5, 2);
  expect(variance(axis(train, 1))).toBeCloseTo(1 / 12, 3);
});

test('a set follows from its seed alone, and what is held out is drawn apart', () => {
  const load = (seed: number) => loadMixture({ dataset: 'grid', seed });
  expect(load(5)).toEqual(load(5));
  expect(load(5).train.values).not.toEqual(load(6).train.values);
  const { train, test: heldOut } = load(5);
  const inTrain = new Set(train.values);
  const shared = heldOut.values.filter((value) => inTrain.has(value)).length / heldOut.values.length;
  expect(shared).toBeLessThan(0.2);
});
