import * as tf from '@tensorflow/tfjs-core';
import { applyLinear } from './linear-gradient.ts';
import { type Gradient, replaceUnary } from './replace-gradient.ts';
import { addBack, bilinearWeights, nearestWeights } from './resize-weights.ts';

/** Pooling by average and resizing are linear: what their gradient does is undone, in a gradient, by the op itself. */
export function registerImageGradients(): void {
  register(tf.AvgPool, 'x', tf.AvgPoolGrad, (dy, x, attrs) =>
    run(tf.AvgPoolGrad, { dy: correctEdges(dy, x, attrs), input: x }, attrs),
  );
  register(tf.ResizeNearestNeighbor, 'images', tf.ResizeNearestNeighborGrad, (dy, images, attrs) =>
    tf.getBackend() === 'cpu' // wrong there for batches and for images that are not square
      ? addBack(dy, images, (length, size) => nearestWeights(length, size, attrs))
      : run(tf.ResizeNearestNeighborGrad, { dy, images }, attrs),
  );
  register(tf.ResizeBilinear, 'images', tf.ResizeBilinearGrad, (dy, images, attrs) =>
    attrs.halfPixelCenters // which no engine's gradient kernel knows
      ? addBack(dy, images, (length, size) => bilinearWeights(length, size))
      : // The cpu engine confuses height and width in the shape; its values are in order.
        tf.reshape(run(tf.ResizeBilinearGrad, { dy, images }, attrs), images.shape),
  );
}

const register = (op: string, input: string, name: string, adjoint: Gradient): void =>
  replaceUnary(op, input, (dy, x, attrs) =>
    applyLinear(
      name,
      (errors) => adjoint(errors, x, attrs),
      (images) => run(op, { [input]: images }, attrs),
      dy,
    ),
  );

const run = (kernelName: string, inputs: tf.NamedTensorMap, attrs: tf.NamedAttrMap) =>
  tf.engine().runKernel<tf.Tensor>(kernelName, inputs, attrs);

/**
 * AvgPool divides by the number of pixels inside the image; all gradient kernels but TensorFlow's divide by the whole
 * window also at the edges. Scales dy [batch, height, width, channels] by whole / inside.
 */
function correctEdges(dy: tf.Tensor, x: tf.Tensor, attrs: tf.NamedAttrMap): tf.Tensor {
  if (tf.getBackend() === 'tensorflow') return dy;
  const { filterSize, strides, pad, dimRoundingMode } = attrs as unknown as tf.AvgPoolAttrs;
  const shape = x.shape as [number, number, number, number];
  const info = tf.backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
  const { padInfo, outHeight, outWidth, strideHeight, strideWidth, filterHeight, filterWidth } = info;
  const rows = compareWindows(outHeight, strideHeight, filterHeight, padInfo.top, info.inHeight);
  const columns = compareWindows(outWidth, strideWidth, filterWidth, padInfo.left, info.inWidth);
  if ([...rows, ...columns].every((ratio) => ratio === 1)) return dy;
  return tf.mul(dy, tf.mul(tf.tensor(rows, [outHeight, 1, 1]), tf.tensor(columns, [outWidth, 1])));
}

const compareWindows = (count: number, stride: number, window: number, before: number, length: number) =>
  Array.from({ length: count }, (_, i) => {
    const start = i * stride - before;
    return window / (Math.min(length, start + window) - Math.max(0, start));
  });
