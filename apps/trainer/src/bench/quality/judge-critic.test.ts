import { readFileSync } from 'node:fs';
import { randomStream, uniforms } from '@duality/shared';
import { expect, test } from 'vitest';
import {
  optimalCritic,
  optimalCriticGradient,
  parseWassersteinPair,
  sampleWassersteinPairs,
} from '../../evaluation/wasserstein-pairs.ts';
import { judgeCritic } from './judge-critic.ts';

const file = new URL('../../../../../tests/reference/w1-benchmark/d4-funnels4.json', import.meta.url);
const pair = parseWassersteinPair(JSON.parse(readFileSync(file, 'utf8')), 'd4-funnels4.json');
const draw = (counter: number) =>
  sampleWassersteinPairs(pair, 4096, (length) => uniforms({ seed: 1, stream: randomStream.mixing, counter }, length));
const samples = { x: draw(1).x, y: draw(2).y };

/** −u in place of a network, and its gradient turned by `turn`. */
const look = (turn: number) => (points: number[][]) => ({
  scores: points.map((point) => -optimalCritic(pair, point)),
  gradients: points.map((point) => optimalCriticGradient(pair, point).map((slope) => -turn * slope)),
});

test('the optimal critic estimates the true distance and points the right way', () => {
  const { estimate, cosineX, cosineY } = judgeCritic(pair, look(3), samples);
  expect(Math.abs(estimate - pair.trueW1)).toBeLessThan(0.05);
  expect(cosineX).toBeCloseTo(1, 10);
  expect(cosineY).toBeCloseTo(1, 10);
});

test('a critic with its sign turned points the other way, a flat one nowhere', () => {
  expect(judgeCritic(pair, look(-1), samples).cosineY).toBeCloseTo(-1, 10);
  expect(judgeCritic(pair, look(0), samples).cosineX).toBe(0);
});
