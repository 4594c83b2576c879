import { configure, getPreset } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { loadMixture } from '../data/mixtures.ts';
import { startTestEngine } from '../engine/test-engine.ts';
import { createGan } from '../gan/gan.ts';
import { createEvaluationDraw } from './draw.ts';
import { arrowPoints, surfaceAreaOf, surfacePoints } from './surface.ts';

beforeAll(startTestEngine);

const data = loadMixture({ dataset: 'ring', seed: 1 });
const make = (changes: Record<string, unknown> = {}) => {
  const config = configure(getPreset('wgan-gp-ring'), { batchSize: 4, hiddenSize: 8, ...changes });
  const gan = createGan(config, { shape: [2], classes: 8 });
  return { gan, drawing: createEvaluationDraw(config, gan, data) };
};

test('a draw is the same each time, changes no weight and leaves no tensor', async () => {
  const { gan, drawing } = make();
  const weights = Object.values(gan.state).map((variable) => variable.dataSync().slice());
  const first = await drawing.draw(1);
  await drawing.draw(2); // recorded twice, called from then on
  const tensors = tf.memory().numTensors;
  expect({ ...(await drawing.draw(3)), step: 1 }).toEqual(first);
  expect(tf.memory().numTensors).toBe(tensors);
  expect(Object.values(gan.state).map((variable) => variable.dataSync())).toEqual(weights);
  expect(first).toMatchObject({ count: 2500 });
  expect([first.samples.length, first.realScores.length, first.fakeScores.length]).toEqual([5000, 512, 512]);
});

test('the gradients of the surface are those of its scores', async () => {
  const { gan, drawing } = make({ packing: 2 });
  const { surface } = await drawing.draw(1);
  const area = surfaceAreaOf(data.test);
  if (!area || !surface) throw new Error('points in the plane have a surface');
  const points = arrowPoints(area);
  expect([surface.scores.length, surface.gradients.length]).toEqual([surfacePoints(area).length / 2, points.length]);
  const step = 1e-2;
  const moved = (by: number) =>
    tf.tensor2d(
      points.map((x, i) => (i % 2 === 0 ? x + by : x)),
      [points.length / 2, 2],
    );
  const [right, left] = [step, -step].map((by) => gan.scorePlane(moved(by), moved(by)).scores.dataSync());
  const errors = Array.from({ length: points.length / 2 }, (_, i) => {
    const difference = ((right?.[i] as number) - (left?.[i] as number)) / (2 * step);
    return Math.abs(difference - (surface.gradients[2 * i] as number));
  });
  // A kink of the network between the two points spoils a few.
  expect(errors.sort((a, b) => a - b)[Math.floor(errors.length * 0.9)]).toBeLessThan(0.02);
});

test('a critic that compares samples has no surface', async () => {
  const { drawing } = make({ minibatchLayer: 'stddev' });
  expect((await drawing.draw(1)).surface).toBeUndefined();
});
