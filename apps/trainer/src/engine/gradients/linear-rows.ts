/** For tests: linear ops, by name and input shape; their own responses to the unit vectors are the truth. */
import * as tf from '@tensorflow/tfjs-core';
import { constant } from './test-values.ts';

const image = [2, 4, 6, 2];
const kernel = (shape: [number, number, number, number], seed: number) => constant(shape, seed) as tf.Tensor4D;
const as4d = (x: tf.Tensor) => x as tf.Tensor4D;
const matrix = (shape: [number, number], seed: number) => constant(shape, seed) as tf.Tensor2D;

export const linearRows: [string, number[], (x: tf.Tensor) => tf.Tensor][] = [
  ['matMul', [3, 4], (x) => tf.matMul(x, matrix([4, 5], 1))],
  ['matMul from the left', [3, 4], (x) => tf.matMul(matrix([2, 3], 1), x)],
  ['matMul of transposes', [3, 4], (x) => tf.matMul(x, matrix([5, 3], 1), true, true)],
  ['matMul with a transpose', [3, 4], (x) => tf.matMul(x, matrix([5, 4], 1), false, true)],
  ['conv2d', image, (x) => tf.conv2d(as4d(x), kernel([3, 3, 2, 3], 1), 1, 'same')],
  ['conv2d, stride 2', image, (x) => tf.conv2d(as4d(x), kernel([5, 5, 2, 3], 1), 2, 'same')],
  ['conv2d, valid', image, (x) => tf.conv2d(as4d(x), kernel([2, 3, 2, 3], 1), 1, 'valid')],
  ['conv2dTranspose', image, (x) => tf.conv2dTranspose(as4d(x), kernel([4, 4, 3, 2], 1), [2, 8, 12, 3], 2, 'same')],
  ['avgPool', image, (x) => tf.avgPool(as4d(x), 2, 2, 'valid')],
  ['avgPool, overlapping', image, (x) => tf.avgPool(as4d(x), 3, 2, 'same')],
  ['global average pooling', image, (x) => tf.mean(x, [1, 2])],
  ['resizeBilinear', image, (x) => tf.image.resizeBilinear(as4d(x), [8, 12])],
  ['resizeNearestNeighbor', image, (x) => tf.image.resizeNearestNeighbor(as4d(x), [8, 12])],
  ['bilinear, half pixels', image, (x) => tf.image.resizeBilinear(as4d(x), [8, 12], false, true)],
  ['bilinear, corners', image, (x) => tf.image.resizeBilinear(as4d(x), [8, 12], true)],
  ['bilinear, smaller', image, (x) => tf.image.resizeBilinear(as4d(x), [3, 2])],
  ['nearest, half pixels', image, (x) => tf.image.resizeNearestNeighbor(as4d(x), [8, 12], false, true)],
  ['nearest, corners', image, (x) => tf.image.resizeNearestNeighbor(as4d(x), [7, 13], true)],
  ['nearest, smaller', image, (x) => tf.image.resizeNearestNeighbor(as4d(x), [3, 2])],
  [
    'gather of columns',
    [3, 4],
    (x) =>
      tf.gather(
        x,
        tf.tensor2d(
          [
            [2, 0],
            [3, 2],
          ],
          [2, 2],
          'int32',
        ),
        1,
      ),
  ],
  ['conv2d, 1 × 1, stride 2', image, (x) => tf.conv2d(as4d(x), kernel([1, 1, 2, 3], 1), 2, 'same')],
  ['avgPool, one row', image, (x) => tf.avgPool(as4d(x), [1, 3], 1, 'same')],
  ['tile of images', image, (x) => tf.mul(tf.tile(x, [2, 1, 2, 1]), constant([4, 4, 12, 2], 1))],
  ['broadcastTo', [3, 4], (x) => tf.mul(tf.broadcastTo(tf.slice(x, [0, 0], [1, 4]), [3, 4]), constant([3, 4], 1))],
  ['concat', [3, 4], (x) => tf.concat([x, constant([3, 2], 1), tf.mul(x, 2)], 1)],
  ['slice', [3, 4], (x) => tf.slice(x, [1, 1], [2, 2])],
  [
    'pad',
    [3, 4],
    (x) =>
      tf.pad(x, [
        [1, 0],
        [2, 1],
      ]),
  ],
  ['transpose', [3, 4], (x) => tf.mul(tf.transpose(x), constant([4, 3], 1))],
  ['tile', [3, 4], (x) => tf.mul(tf.tile(x, [2, 3]), constant([6, 12], 1))],
  ['gather', [3, 4], (x) => tf.mul(tf.gather(x, tf.tensor1d([2, 0, 2, 1], 'int32')), constant([4, 4], 1))],
  ['reverse', [3, 4], (x) => tf.mul(tf.reverse(x, 1), constant([3, 4], 1))],
  ['stack', [3, 4], (x) => tf.stack([x, tf.mul(x, 3)], 1)],
  ['unstack', [3, 4], (x) => tf.addN(tf.unstack(x, 0).map((part, i) => tf.mul(part, i + 1)))],
  ['split', [3, 4], (x) => tf.addN(tf.split(x, 2, 1).map((part, i) => tf.mul(part, i + 1)))],
  ['sum', [3, 4], (x) => tf.sum(x, 0)],
  ['unsortedSegmentSum', [3, 4], (x) => tf.unsortedSegmentSum(x, tf.tensor1d([1, 0, 1], 'int32'), 2)],
  ['a copy', [3, 4], (x) => tf.mul(tf.clone(x), tf.onesLike(x))],
];
