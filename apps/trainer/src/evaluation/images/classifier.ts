import { randomStream } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import { createBatches } from '../../data/batches.ts';
import type { SampleSet } from '../../data/sample-set.ts';
import { crossEntropy } from '../../gan/losses-of-step.ts';
import { minimise } from '../../gan/minimise.ts';
import { createNetwork, type Network } from '../../gan/networks/network.ts';
import { createOptimiser } from '../../gan/optimisers/optimiser.ts';

/** Scores compare under one version only: whatever changes the weights that come out needs the next. */
export const classifierVersion = 1;

/** How many numbers stand for an image where images are compared. */
export const featureCount = 64;

/** The same for every run: their scores are to compare. */
const seed = 1;
const epochs = 2;
/** A small set goes round more often. */
const leastUpdates = 100;
const batchSize = 64;
/** Between two looks at what waits for this thread. */
const batchesAtOnce = 8;
const imagesAtOnce = 512;

/** A network that names the class of images [height, width, channels], not yet trained. */
export const createClassifier = (shape: readonly number[], classes: number): Network =>
  createNetwork(
    {
      inputShape: [...shape],
      layers: [
        { type: 'conv2d', filters: 16, kernelSize: 5, strides: 2 },
        { type: 'relu' },
        { type: 'conv2d', filters: 32, kernelSize: 3, strides: 2 },
        { type: 'relu' },
        { type: 'flatten' },
        { type: 'dense', units: featureCount },
        { type: 'relu', name: 'features' },
        { type: 'dense', units: classes },
      ],
    },
    { seed, stream: randomStream.classifierWeights },
  );

/**
 * Trains it on every image twice. Its numbers come from one thread that neither the run nor the machine's other cores
 * change: on the wasm engine processors of one kind give the same weights, to the bit.
 */
export async function trainClassifier(classifier: Network, train: SampleSet): Promise<void> {
  const nextBatch = createBatches(train, { seed, batchSize });
  const updates = Math.max(leastUpdates, epochs * Math.floor(train.count / batchSize));
  const weights = Object.values(classifier.trainable);
  const optimiser = createOptimiser(weights, { type: 'adam', learningRate: 2e-3, beta1: 0.9, beta2: 0.999 });
  for (let update = 1; update <= updates; update++) {
    tf.tidy(() => {
      const { samples, labels } = nextBatch(update);
      const loss = () => {
        const logits = classifier.forward(samples, { training: true }).output as tf.Tensor2D;
        return crossEntropy(logits, tf.tensor1d(labels as Int32Array, 'int32'));
      };
      // The last factor is the rate. It falls in a straight line, so that the last batches do not decide.
      const factors = optimiser.factorsOf(update);
      factors[factors.length - 1] = (factors.at(-1) as number) * (1 - (update - 1) / updates);
      minimise(loss, weights, optimiser, tf.tensor1d(factors));
    });
    if (update % batchesAtOnce === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  optimiser.dispose();
}

export interface Seen {
  /** [count · featureCount] */
  features: Float32Array;
  /** The likeliest class of each image, [count]. */
  classes: Int32Array;
}

/** What the classifier makes of images [count, height, width, channels], pixels in [-1, 1]. */
export function classify({ forward, spec }: Network, pixels: Float32Array, count: number): Seen {
  const size = pixels.length / count;
  const seen: Seen = { features: new Float32Array(count * featureCount), classes: new Int32Array(count) };
  for (let first = 0; first < count; first += imagesAtOnce) {
    tf.tidy(() => {
      const some = Math.min(imagesAtOnce, count - first);
      const part = pixels.subarray(first * size, (first + some) * size);
      const { output, features } = forward(
        tf.tensor(part, [some, ...spec.inputShape]),
        { training: false },
        'features',
      );
      seen.features.set((features as tf.Tensor2D).dataSync(), first * featureCount);
      seen.classes.set(tf.argMax(output, 1).dataSync(), first);
    });
  }
  return seen;
}
