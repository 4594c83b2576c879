import * as tf from '@tensorflow/tfjs-core';
import { samplesAt } from '../../data/batches.ts';
import { type SampleSet, sampleSize } from '../../data/sample-set.ts';
import { valuesOf } from './values-of.ts';

export interface Nearest {
  /** Place of the nearest training image of each sample, [count]. */
  places: Int32Array;
  /** Euclidean distance to it in pixels of [-1, 1], [count]. */
  distances: Float64Array;
}

/** Some 8 MB of them at a time in the engine: all at once would be four times as large as they are in memory. */
const numbersAtOnce = 2 ** 21;

/** Finds the nearest training images of pixels [count, height, width, channels] in [-1, 1], by comparing with each. */
export function createNearestSearch(train: SampleSet): (pixels: Float32Array, count: number) => Nearest {
  const size = sampleSize(train);
  const lengths = squaredLengths(train);
  const imagesAtOnce = Math.max(1, Math.floor(numbersAtOnce / size));
  return (pixels, count) => {
    const places = new Int32Array(count);
    const least = new Float64Array(count).fill(Infinity);
    const columns = tf.tidy(() => tf.transpose(tf.tensor2d(pixels.subarray(0, count * size), [count, size])));
    for (let first = 0; first < train.count; first += imagesAtOnce) {
      const images = Math.min(imagesAtOnce, train.count - first);
      const products = multiply(train, first, images, columns);
      for (let i = 0; i < images; i++) {
        const length = lengths[first + i] as number;
        for (let sample = 0; sample < count; sample++) {
          // |y|² − 2xy: the distance but for what all images have in common.
          const distance = length - 2 * (products[i * count + sample] as number);
          if (distance < (least[sample] as number)) {
            least[sample] = distance;
            places[sample] = first + i;
          }
        }
      }
    }
    columns.dispose();
    return { places, distances: distancesTo(train, places, pixels) };
  };
}

/** [images · count] */
function multiply(train: SampleSet, first: number, images: number, columns: tf.Tensor2D): Float32Array {
  const places = Array.from({ length: images }, (_, i) => first + i);
  const products = tf.tidy(() => {
    const rows = tf.tensor2d(samplesAt(train, places), [images, columns.shape[0]]);
    return tf.matMul(rows, columns);
  });
  return valuesOf(products);
}

/** From differences: what rounding leaves of products would keep a copy away from 0. */
function distancesTo(train: SampleSet, places: Int32Array, pixels: Float32Array): Float64Array {
  const size = sampleSize(train);
  const images = samplesAt(train, places);
  return Float64Array.from(places, (_, sample) => {
    let sum = 0;
    for (let i = sample * size; i < (sample + 1) * size; i++)
      sum += ((pixels[i] as number) - (images[i] as number)) ** 2;
    return Math.sqrt(sum);
  });
}

const squaredLengths = (train: SampleSet) =>
  Float64Array.from({ length: train.count }, (_, image) =>
    samplesAt(train, [image]).reduce((sum, value) => sum + value * value, 0),
  );
