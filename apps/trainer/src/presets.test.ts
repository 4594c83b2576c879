/** Every preset trains: two steps of a small variant on made-up data, on the engine in use. */
import { configure, isPointSet, presets, type RunConfig } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import type { Dataset, SampleSet } from './data/sample-set.ts';
import { startTestEngine } from './engine/test-engine.ts';
import { createGan } from './gan/gan.ts';
import { train } from './train.ts';

beforeAll(startTestEngine);

/** The smallest images that each pair of networks takes. */
const smallest: Partial<Record<RunConfig['network'], number>> = { dcgan: 32, 'gdl-wgan-gp': 16 };

function madeUp(count: number, shape: number[]): SampleSet {
  const size = count * shape.reduce((a, b) => a * b, 1);
  const labels = Uint8Array.from({ length: count }, (_, i) => i % 10);
  if (shape.length === 1)
    return { count, shape, labels, values: Float32Array.from({ length: size }, (_, i) => Math.sin(i)) };
  return { count, shape, labels, values: Uint8Array.from({ length: size }, (_, i) => (i * 7919) % 256) };
}

const cases = presets.flatMap((preset) => {
  const small = { steps: 2, batchSize: 4, hiddenSize: 16, criticSteps: Math.min(2, preset.config.criticSteps) };
  const cadence = { sampleEvery: 2, checkpointEvery: 2, evaluateEvery: 2 };
  const config = configure(preset, { ...small, ...cadence });
  const printed = configure.bind(null, preset, { ...small, ...cadence, asPrinted: true });
  const variants: [string, RunConfig][] = [[preset.name, config]];
  try {
    variants.push([`${preset.name}, as printed`, printed()]);
  } catch {} // no seed document
  return variants;
});

test('the seed documents are among the cases, corrected and as printed', () => {
  expect(cases.filter(([name]) => name.endsWith('as printed'))).toHaveLength(7);
});

test.each(cases)('%s', async (_, config) => {
  const side = smallest[config.network] ?? 8;
  const dimensions = config.dataset === 'normals' ? 1 : 2;
  const shape = isPointSet(config.dataset) ? [dimensions] : [side, side, config.imageChannels || 1];
  const data: Dataset = { source: 'made up', train: madeUp(32, shape), test: madeUp(8, shape), classes: 10 };
  const before = tf.memory().numTensors;
  const gan = createGan(config, { shape, classes: 10 });
  const kernel = gan.state['generator/1/kernel'] as tf.Variable;
  const start = (await kernel.data()).slice();
  const steps: Record<string, number>[] = [];
  for await (const { values } of train(config, gan, data)) steps.push(values);
  expect(steps).toHaveLength(2);
  for (const [name, value] of steps.flatMap((values) => Object.entries(values)))
    expect(value, name).toBeTypeOf('number');
  for (const values of steps) for (const value of Object.values(values)) expect(value).not.toBeNaN();
  expect(await kernel.data()).not.toEqual(start);
  gan.dispose();
  expect(tf.memory().numTensors).toBe(before);
});
