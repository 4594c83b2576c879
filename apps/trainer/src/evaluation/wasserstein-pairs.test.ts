import { readdirSync, readFileSync } from 'node:fs';
import { ExplainedError, randomStream, uniforms } from '@duality/shared';
import { describe, expect, test } from 'vitest';
import { euclideanDistance } from './points.ts';
import {
  moveAlongRay,
  optimalCritic,
  optimalCriticGradient,
  parseWassersteinPair,
  sampleWassersteinPairs,
} from './wasserstein-pairs.ts';

const folder = new URL('../../../../tests/reference/w1-benchmark/', import.meta.url);
const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const small = 'd2-funnels4.json';

const draw = (length: number) => uniforms({ seed: 3, stream: randomStream.heldOutNoise, counter: 0 }, length);

describe.each(files)('%s', (file) => {
  const pair = parseWassersteinPair(read(file), file);
  const { x, y } = sampleWassersteinPairs(pair, 4096, draw);
  const distances = x.map((point, i) => euclideanDistance(point, y[i] as number[]));

  test('the given points go where the file says', () => {
    for (const [i, from] of pair.check.y.entries()) {
      for (const [axis, at] of moveAlongRay(pair, from).entries()) {
        expect(Math.abs(at - (pair.check.x[i]?.[axis] as number))).toBeLessThan(1e-5);
      }
    }
  });

  test('the mean distance of the pairs is the true one', () => {
    const mean = distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
    const variance = distances.reduce((sum, distance) => sum + (distance - mean) ** 2, 0) / distances.length;
    const standardError = Math.hypot(pair.standardError, Math.sqrt(variance / distances.length));
    expect(Math.abs(mean - pair.trueW1)).toBeLessThan(4 * standardError);
  });

  test('the critic falls by the whole distance of every pair, which proves the plan optimal', () => {
    for (const [i, point] of x.entries()) {
      const fall = optimalCritic(pair, y[i] as number[]) - optimalCritic(pair, point);
      expect(Math.abs(fall - (distances[i] as number))).toBeLessThan(1e-12);
    }
  });

  test('all points lie in the cube', () => {
    const wall = pair.halfWidth * (1 + 1e-12);
    expect([...x, ...y].flat().filter((at) => Math.abs(at) > wall)).toEqual([]);
  });
});

test('the gradient is that of central differences and of length 1', () => {
  const pair = parseWassersteinPair(read(small), small);
  const point = [0.7, -1.3];
  const gradient = optimalCriticGradient(pair, point);
  const step = 1e-6;
  for (const [axis, slope] of gradient.entries()) {
    const at = (by: number) => optimalCritic(pair, point.toSpliced(axis, 1, (point[axis] as number) + by));
    expect((at(step) - at(-step)) / (2 * step)).toBeCloseTo(slope, 8);
  }
  expect(Math.hypot(...gradient)).toBeCloseTo(1, 14);
});

test('a centre stays where it is, and a ray along an axis ends at the wall', () => {
  const pair = { ...parseWassersteinPair(read(small), small), centers: [[0, 0]], biases: [0], power: 2, halfWidth: 2 };
  expect(moveAlongRay(pair, [0, 0])).toEqual([0, 0]);
  expect(optimalCriticGradient(pair, [0, 0])).toEqual([0, 0]);
  expect(moveAlongRay(pair, [1, 0])).toEqual([0.5, 0]); // half the way, squared
});

test.each([
  ['dimension', 2.5],
  ['funnels', 5],
  ['halfWidth', 0],
  ['power', '8'],
  ['centers', [[1, 2, 3]]],
  ['biases', [0.1]],
  ['trueW1', null],
  ['check', []],
  ['trueW1', undefined],
])('a bad %s is one sentence with the file and the field', (field, value) => {
  const content = { ...read(small), [field]: value };
  const parse = () => parseWassersteinPair(JSON.parse(JSON.stringify(content)), small);
  expect(parse).toThrow(ExplainedError);
  expect(parse).toThrow(field === 'funnels' ? /d2-funnels4\.json: "centers"/ : new RegExp(`${small}: "${field}"`));
});
