/** What a run does compiled against what its functions do one op at a time; without a compiling engine they are the same. */
import { configure, getPreset, type RunConfig, randomStream, uniforms } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { canRecord } from '../engine/recording.ts';
import type { TensorflowBackend } from '../engine/tensorflow.ts';
import { startTestEngine } from '../engine/test-engine.ts';
import { createGan } from './gan.ts';

beforeAll(startTestEngine);
afterEach(() => restore());

let restore = () => {};

/** Hides the addon's function that makes a graph callable. */
function compileNothing(): void {
  const backend = tf.backend() as unknown as TensorflowBackend;
  if (!canRecord(backend)) return;
  const { binding } = backend;
  backend.binding = new Proxy(binding, { has: (target, key) => key !== 'addFunction' && key in target });
  restore = () => {
    backend.binding = binding;
  };
}

/** The losses of three updates of both networks, and the brightness of the grid after each. */
function train(config: RunConfig, shape: number[]): Record<string, number>[] {
  const gan = createGan(config, { shape, classes: 10 });
  const count = config.batchSize * config.packing;
  const size = shape.reduce((a, b) => a * b, count);
  const labels = gan.classes > 0 && { labels: Int32Array.from({ length: count }, (_, i) => i % 10) };
  const trained = [1, 2, 3].map((update) =>
    tf.tidy(() => {
      const values = uniforms({ seed: 1, stream: randomStream.shuffle, counter: update }, size);
      const real = { samples: tf.tensor(values, [count, ...shape]), ...labels };
      const losses = { ...gan.trainCritic(real, update), ...gan.trainGenerator(real, update) };
      const { real: realScores, fake } = gan.score(real.samples);
      const drawn = { grid: gan.sample(update), samples: gan.generate(5, update), realScores, fake };
      const looks = Object.entries(drawn).map(([name, tensor]) => [name, tf.mean(tf.abs(tensor))]);
      return Object.fromEntries(
        Object.entries<tf.Tensor>({ ...losses, ...Object.fromEntries(looks) }).map(([name, value]) => [
          name,
          value.dataSync()[0] as number,
        ]),
      );
    }),
  );
  gan.dispose();
  return trained;
}

const image = [28, 28, 1];
test.each<[preset: string, shape: number[], changes: Partial<RunConfig>]>([
  ['wgan-gp-mnist', image, { emaDecay: 0.9 }],
  ['wgan-gp-ring', [2], { generatorLoss: 'feature-matching' }],
  ['pacgan-ring', [2], { minibatchLayer: 'stddev' }],
  ['acgan-mnist', image, {}],
  ['hinge-mnist', image, {}],
  ['dragan-mnist', image, { optimiser: 'rmsprop' }],
  ['wgan-mnist', image, { learningRateDecay: 0.1 }],
  ['raschka-wgan-gp', image, { asPrinted: true }],
])('%s on samples %o with %o', (preset, shape, changes) => {
  const config = configure(getPreset(preset), { batchSize: 4, latentSize: 8, ...changes });
  const compiled = train(config, shape);
  compileNothing();
  const plain = train(config, shape);
  for (const [i, values] of plain.entries()) {
    expect(Object.keys(compiled[i] ?? {})).toEqual(Object.keys(values));
    for (const [name, value] of Object.entries(values)) {
      const error = Math.abs((compiled[i]?.[name] as number) - value);
      expect(error, `${name} of update ${i + 1}`).toBeLessThan(1e-3 * Math.max(0.1, Math.abs(value)));
    }
  }
});
