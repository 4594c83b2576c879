import { configure, fixedNoiseOf, getPreset, randomStream } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { freshAt } from '../engine/compile.ts';
import { startTestEngine } from '../engine/test-engine.ts';
import { createDraws } from './draws.ts';

beforeAll(startTestEngine);

const base = { seed: 3, latentSize: 6 };
const configs = [
  configure(getPreset('wgan-gp-mnist'), base),
  configure(getPreset('wgan-gp-mnist'), { ...base, packing: 2, batchSize: 8, learningRate: 0.01 }),
  configure(getPreset('gan-fashion'), base),
  configure(getPreset('acgan-mnist'), base),
  configure(getPreset('acgan-mnist'), { ...base, learningRate: 0.01 }),
  configure(getPreset('wgan-gp-mnist'), { ...base, seed: 4 }),
  configure(getPreset('wgan-gp-mnist'), { ...base, latentSize: 7 }),
  configure(getPreset('wgan-gp-mnist'), { ...base, latentDistribution: 'uniform' }),
];

/** What stands behind the tiles of a grid. */
const noiseOf = (config: (typeof configs)[number]): number[] =>
  tf.tidy(() => {
    const classes = config.system === 'acgan' ? 10 : 0;
    const draws = createDraws(config, { sampleShape: [28, 28, 1], classes })(freshAt(0));
    const noise = classes > 0 ? draws.noiseOfClasses(8) : draws.noise(randomStream.fixedNoise, () => 0, 64);
    return [...noise.shape, ...noise.dataSync()];
  });

test('runs have the same noise behind their grids exactly where the domain says so', () => {
  const noises = configs.map((config) => JSON.stringify(noiseOf(config)));
  const said = configs.map((config) => JSON.stringify(fixedNoiseOf(config)));
  for (const [i, noise] of noises.entries())
    for (const [j, other] of noises.entries()) expect([i, j, said[i] === said[j]]).toEqual([i, j, noise === other]);
});
