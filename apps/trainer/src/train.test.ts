import { configure, getPreset, type RunConfig } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import type { Dataset, SampleSet } from './data/sample-set.ts';
import { DivergedError } from './diverged-error.ts';
import { startTestEngine } from './engine/test-engine.ts';
import { createGan } from './gan/gan.ts';
import { type TrainedStep, train } from './train.ts';

beforeAll(startTestEngine);

const images = (count: number): SampleSet => ({
  count,
  shape: [28, 28, 1],
  values: Uint8Array.from({ length: count * 784 }, (_, i) => (i * 7919) % 256),
  labels: Uint8Array.from({ length: count }, (_, i) => i % 10),
});
const data: Dataset = { source: 'made up', train: images(40), test: images(8), classes: 10 };
const kind = { shape: [28, 28, 1], classes: 10 };
const tiny = {
  steps: 4,
  batchSize: 4,
  criticSteps: 2,
  latentSize: 8,
  sampleEvery: 3,
  checkpointEvery: 2,
};
const config = (changes: Partial<RunConfig> = {}) => configure(getPreset('wgan-gp-mnist'), { ...tiny, ...changes });

async function collect(settings: RunConfig): Promise<TrainedStep[]> {
  const gan = createGan(settings, kind);
  const steps: TrainedStep[] = [];
  for await (const step of train(settings, gan, data))
    steps.push({ ...step, ...(step.samples && { samples: step.samples.clone() }) });
  gan.dispose();
  return steps;
}

const curve = (steps: TrainedStep[]) => steps.map(({ values: { stepMs, ...rest } }) => rest);

test('a step brings every metric, and grids and checkpoints when they are due', async () => {
  const steps = await collect(config());
  expect(steps.map(({ step }) => step)).toEqual([1, 2, 3, 4]);
  const everyStep = [
    'criticLoss',
    'criticEstimate',
    'realScore',
    'fakeScore',
    'gradientPenalty',
    'gradientNorm',
    'generatorLoss',
    'stepMs',
  ];
  expect(Object.keys(steps[0]?.values ?? {})).toEqual(everyStep);
  expect(steps.filter((step) => step.samples).map(({ step }) => step)).toEqual([1, 2, 3, 4]);
  expect(steps[0]?.samples?.shape).toEqual([64, 28, 28, 1]);
  expect(steps.filter((step) => step.isCheckpoint).map(({ step }) => step)).toEqual([2, 4]);
});

test('the losses of a step belong together', async () => {
  for (const { values } of await collect(config())) {
    const { criticLoss, criticEstimate, realScore, fakeScore, gradientPenalty } = values as Record<string, number>;
    expect(criticEstimate).toBeCloseTo((realScore as number) - (fakeScore as number), 5);
    expect(criticLoss).toBeCloseTo(10 * (gradientPenalty as number) - (criticEstimate as number), 4);
  }
});

test('the same seed gives the same curve to the bit, another seed another', async () => {
  const first = curve(await collect(config()));
  expect(curve(await collect(config()))).toEqual(first);
  expect(curve(await collect(config({ seed: 2 })))).not.toEqual(first);
});

test('the average of the generator changes the samples and nothing else', async () => {
  const plain = await collect(config());
  const averaged = await collect(config({ emaDecay: 0.9 }));
  expect(curve(averaged)).toEqual(curve(plain));
  expect(averaged[3]?.samples?.dataSync()).not.toEqual(plain[3]?.samples?.dataSync());
});

test('no tensor is left behind by a step', async () => {
  const settings = config({ steps: 6, emaDecay: 0.5 });
  const before = tf.memory().numTensors;
  const gan = createGan(settings, kind);
  const counts: number[] = [];
  for await (const { samples: grid } of train(settings, gan, data))
    counts.push(tf.memory().numTensors - (grid ? 1 : 0));
  expect(new Set(counts.slice(1)).size).toBe(1);
  gan.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test('a loss that is no number ends the training at its step, which is still reported', async () => {
  const settings = config({
    learningRate: 1,
    gradientPenaltyWeight: 1e6,
    steps: 400,
    criticSteps: 1,
    sampleEvery: 1000,
  });
  const gan = createGan(settings, kind);
  tf.tidy(() => gan.state['generator/1/kernel']?.assign(tf.fill([8, 3136], Number.NaN)));
  const seen: TrainedStep[] = [];
  const training = (async () => {
    for await (const step of train(settings, gan, data)) seen.push(step);
  })();
  await expect(training).rejects.toThrow(DivergedError);
  expect(seen.map(({ step }) => step)).toEqual([1]);
  expect(seen[0]?.values.criticLoss).toBeNaN();
  gan.dispose();
});
