import { coverageSamples, type RunConfig } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import { heldOutBatch } from '../data/batches.ts';
import type { Dataset } from '../data/sample-set.ts';
import type { Gan } from '../gan/gan.ts';
import type { Drawn } from './drawn.ts';
import { arrowPoints, surfaceAreaOf, surfacePoints } from './surface.ts';

const heldOutSamples = 512;
/** Images are made in parts: all at once would take hundreds of megabytes. */
const [imageParts, imagesAPart] = [8, 256];

/** Draws what evaluations are made of from the networks as they are; it changes nothing in them. */
export function createEvaluationDraw(
  { packing, minibatchLayer }: RunConfig,
  gan: Gan,
  { test }: Pick<Dataset, 'test'>,
) {
  const count = Math.min(heldOutSamples, test.count);
  const heldOut = heldOutBatch(test, count - (count % packing), gan.pixelRange);
  // A critic that compares samples has no score of a point alone.
  const area = minibatchLayer === 'none' ? surfaceAreaOf(test) : undefined;
  const plane = area && {
    points: tf.tensor2d(surfacePoints(area), [surfacePoints(area).length / 2, 2]),
    arrows: tf.tensor2d(arrowPoints(area), [arrowPoints(area).length / 2, 2]),
  };
  return {
    draw: async (step: number): Promise<Drawn> => {
      const { real, fake } = await readAll(gan.score(heldOut.samples));
      const parts = test.shape.length === 1 ? [gan.generate(coverageSamples)] : listParts(gan);
      const samples = joined(await Promise.all(parts.map(take)));
      return {
        step,
        samples,
        count: parts.reduce((sum, { shape }) => sum + (shape[0] as number), 0),
        realScores: real,
        fakeScores: fake,
        ...(plane && { surface: await readAll(gan.scorePlane(plane.points, plane.arrows)) }),
      };
    },
    dispose: () => tf.dispose([heldOut.samples, ...(plane ? [plane.points, plane.arrows] : [])]),
  };
}

/** The grid's noises have draw 0 of another stream, held-out scores draw 0 of this one. */
const listParts = (gan: Gan) => Array.from({ length: imageParts }, (_, i) => gan.generate(imagesAPart, i + 1));

async function readAll<T extends Record<string, tf.Tensor>>(tensors: T): Promise<Record<keyof T, Float32Array>> {
  const entries = Object.entries(tensors).map(async ([name, tensor]) => [name, await take(tensor)] as const);
  return Object.fromEntries(await Promise.all(entries)) as Record<keyof T, Float32Array>;
}

/** The values of a tensor, which is disposed. */
async function take(tensor: tf.Tensor): Promise<Float32Array> {
  const values = (await tensor.data()) as Float32Array;
  tensor.dispose();
  return values;
}

function joined(parts: Float32Array[]): Float32Array {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
