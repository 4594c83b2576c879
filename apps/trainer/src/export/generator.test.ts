import { configure, getPreset, normals, type Run, type RunConfig, randomStream, uniforms } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import type { Checkpoint, State } from '../checkpoint.ts';
import { startTestEngine } from '../engine/test-engine.ts';
import { applyLayersModel } from '../engine/test-layers-model.ts';
import { createGan } from '../gan/gan.ts';
import type { LayerSpec } from '../gan/layers/layer.ts';
import { createNetwork } from '../gan/networks/network.ts';
import type { NamedArray } from '../safetensors.ts';
import { exportGenerator } from './generator.ts';
import { toLayersModel } from './layers-model.ts';

beforeAll(startTestEngine);

/** Weights, scales and moving statistics as after some training: none of them 0 or 1. */
function stir(state: State): void {
  for (const [counter, [name, variable]] of Object.entries(state).entries()) {
    const draw = { seed: 5, stream: randomStream.mixing, counter };
    const inputs = variable.size / (variable.shape.at(-1) as number);
    const spread = variable.rank > 1 ? 1 / Math.sqrt(inputs) : 0.5;
    const values = normals(draw, variable.size).map((n) => n * spread);
    const stirred = name.endsWith('movingVariance') ? values.map((v) => 0.5 + v * v) : values;
    tf.tidy(() => variable.assign(tf.tensor(stirred, variable.shape)));
  }
}

const arraysOf = (state: State): Record<string, NamedArray> =>
  Object.fromEntries(
    Object.entries(state).map(([name, variable]) => [
      name,
      { shape: variable.shape, values: variable.dataSync() as Float32Array },
    ]),
  );

/** The largest difference of the two tensors. */
const distance = (a: tf.Tensor, b: tf.Tensor) => tf.tidy(() => tf.max(tf.abs(tf.sub(a, b))).dataSync()[0]);

const runOf = (preset: string, config: RunConfig) => ({ id: 3, name: 'a run', preset, config }) as Run;

test.each([
  ['wgan-gp-mnist', [28, 28, 1], { emaDecay: 0.5 }],
  ['wgan-gp-mnist', [28, 28, 1], { emaDecay: 0 }],
  ['wgan-gp-ring', [2], {}],
  ['basic-gan', [32, 32, 1], {}],
  ['atienza-wgan', [28, 28, 1], {}],
  ['gdl-wgan', [32, 32, 3], {}],
  ['raschka-wgan-gp', [28, 28, 1], {}],
  ['dcgan', [32, 32, 3], {}],
] as const)('TensorFlow.js draws what the generator of %s draws: %j %j', async (preset, shape, changes) => {
  const config = configure(getPreset(preset), changes);
  const { seed, latentSize, latentDistribution } = config;
  const gan = createGan(config, { shape });
  stir(gan.state);
  const metadata = { generator: JSON.stringify(gan.networks.generator), pixelRange: gan.pixelRange };
  const checkpoint: Checkpoint = { step: 7, metadata, tensors: arraysOf(gan.state) };
  const { modelJson, weights } = exportGenerator(runOf(preset, config), checkpoint);

  const count = 3;
  const draw = { seed, stream: randomStream.heldOutNoise, counter: 0 };
  const noise =
    latentDistribution === 'normal'
      ? normals(draw, count * latentSize)
      : uniforms(draw, count * latentSize).map((u) => 2 * u - 1);
  const output = await applyLayersModel(modelJson, weights, tf.tensor(noise, [count, latentSize]));
  const signed = gan.generate(count);
  const own = gan.pixelRange === 'unit' ? tf.div(tf.add(signed, 1), 2) : signed;
  expect(output.shape).toEqual([count, ...shape]);
  expect(distance(output, own)).toBeLessThan(1e-5);
  expect(modelJson.userDefinedMetadata).toMatchObject({
    run: { id: 3, preset, step: 7, seed },
    isAverage: config.emaDecay > 0,
    latentSize,
    latentDistribution,
    classes: 0,
    pixelRange: preset.startsWith('atienza') ? [0, 1] : [-1, 1],
  });
  gan.dispose();
});

const layers: LayerSpec[] = [
  { type: 'conv2d', filters: 3, kernelSize: 3, strides: 2, padding: 'valid' },
  { type: 'elu', alpha: 1 },
  { type: 'conv2dTranspose', filters: 2, kernelSize: 3, strides: 2, padding: 'valid', useBias: false },
  { type: 'layerNorm', epsilon: 1e-3 },
  { type: 'swish' },
  { type: 'dropout', rate: 0.5 },
  { type: 'flatten' },
  { type: 'dense', units: 5, name: 'features' },
  { type: 'softplus' },
  { type: 'dense', units: 4, useBias: false },
  { type: 'sigmoid' },
];

test('every layer that Keras knows is the same function there', async () => {
  const network = createNetwork({ inputShape: [7, 7, 2], layers }, { seed: 1, stream: randomStream.mixing });
  stir(network.weights);
  const { modelJson, weights } = toLayersModel(network.spec, arraysOf(network.weights), {});
  const x = tf.tensor(normals({ seed: 1, stream: randomStream.mixing, counter: 99 }, 2 * 98), [2, 7, 7, 2]);
  const own = network.forward(x, { training: false }).output;
  expect(distance(await applyLayersModel(modelJson, weights, x), own)).toBeLessThan(1e-5);
});

test.each([
  [{ type: 'maxout', units: 2, pieces: 2 }, /"maxout" has no equal/],
  [{ type: 'elu', alpha: 0.5 }, /"elu" of α 0.5 has no equal/],
  [{ type: 'minibatchStddev' }, /"minibatchStddev" has no equal/],
  [{ type: 'dense', units: 2, spectralNorm: true }, /spectral normalisation has no equal/],
] satisfies [LayerSpec, RegExp][])('a layer without an equal is named: %j', (layer, says) => {
  expect(() => toLayersModel({ inputShape: [4], layers: [layer] }, {}, {})).toThrow(says);
});

test('a weight that the checkpoint lacks is named, and so is a checkpoint that does not say its networks', () => {
  expect(() => toLayersModel({ inputShape: [4], layers: [{ type: 'dense', units: 2 }] }, {}, {})).toThrow('1/kernel');
  const run = runOf('wgan-gp-ring', getPreset('wgan-gp-ring').config);
  expect(() => exportGenerator(run, { step: 7, metadata: {}, tensors: {} })).toThrow(/step 7 was written by an older/);
});
