import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import type { SampleSet } from '../../data/sample-set.ts';
import type { Network } from '../../gan/networks/network.ts';
import { decodeTensors, encodeTensors, type NamedArray } from '../../safetensors.ts';
import { writeWhole } from '../../write-whole.ts';
import { classifierVersion } from './classifier.ts';

/** What a trained classifier depends on besides its version: SHA-256 over all images and labels, in hexadecimal. */
export function keyOf(train: SampleSet, test: SampleSet, classes: number): string {
  const hash = createHash('sha256').update(JSON.stringify([classes, train.count, test.count, train.shape, test.shape]));
  for (const { values, labels } of [train, test]) {
    for (const bytes of [values, labels ?? new Uint8Array()]) hash.update(bytes);
  }
  return hash.digest('hex');
}

export const classifierFile = (folder: string, key: string) =>
  join(folder, `classifier-${classifierVersion}-${key.slice(0, 16)}.safetensors`);

/** `accuracy`: the share of held-out images that it names rightly. */
export function writeClassifier(file: string, key: string, { weights }: Network, accuracy: number): void {
  const tensors = Object.fromEntries(
    Object.entries(weights).map(([name, weight]) => [
      name,
      { shape: weight.shape, values: weight.dataSync() as Float32Array },
    ]),
  );
  const metadata = {
    version: String(classifierVersion),
    data: key,
    accuracy: String(accuracy),
    weights: hashOf(tensors),
  };
  writeWhole(file, [encodeTensors({ metadata, tensors })]);
}

/** Gives `network` the weights of the file and answers its accuracy; undefined when it is none, damaged or another's. */
export function readClassifier(file: string, key: string, { weights }: Network): number | undefined {
  try {
    const { metadata, tensors } = decodeTensors(readFileSync(file));
    const fits = Object.entries(weights).every(([name, { shape }]) => `${tensors[name]?.shape}` === `${shape}`);
    const { version, data, accuracy } = metadata;
    if (version !== String(classifierVersion) || data !== key || !fits || metadata.weights !== hashOf(tensors)) {
      return undefined;
    }
    for (const [name, weight] of Object.entries(weights)) {
      const { values, shape } = tensors[name] as NamedArray;
      tf.tidy(() => weight.assign(tf.tensor(values, shape)));
    }
    return Number(accuracy);
  } catch {
    return undefined;
  }
}

function hashOf(tensors: Record<string, NamedArray>): string {
  const hash = createHash('sha256');
  for (const name of Object.keys(tensors).sort()) hash.update((tensors[name] as NamedArray).values);
  return hash.digest('hex');
}
