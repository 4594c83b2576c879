import * as tf from '@tensorflow/tfjs-core';
import { replaceGradient } from './second-order-gradients.ts';
import type { TensorflowBackend } from './tensorflow.ts';

const kernelName = 'LeakyReluGrad';

/**
 * dy where x > 0, α·dy elsewhere, as one kernel. It is linear in dy and flat in x, so it is its own second derivative:
 * what a gradient penalty needs and what stock TensorFlow.js throws on.
 */
export function registerLeakyReluGrad(): void {
  if (!tf.getKernel(kernelName, tf.getBackend())) {
    tf.registerKernel({ kernelName, backendName: tf.getBackend(), kernelFunc: kernels[tf.getBackend()] ?? composite });
  }
  replaceGradient({
    kernelName: tf.LeakyRelu,
    inputsToSave: ['x'],
    gradFunc: (dy, [x], attrs) => ({ x: () => leakyReluGrad(dy as tf.Tensor, x as tf.Tensor, attrs) }),
  });
  replaceGradient({
    kernelName: tf.Relu,
    inputsToSave: ['x'],
    gradFunc: (dy, [x]) => ({ x: () => leakyReluGrad(dy as tf.Tensor, x as tf.Tensor, { alpha: 0 }) }),
  });
  replaceGradient({
    kernelName,
    inputsToSave: ['x'],
    gradFunc: (dy, [x], attrs) => ({
      dy: () => leakyReluGrad(dy as tf.Tensor, x as tf.Tensor, attrs),
      x: () => tf.zerosLike(x as tf.Tensor),
    }),
  });
}

const leakyReluGrad = (dy: tf.Tensor, x: tf.Tensor, attrs: tf.NamedAttrMap): tf.Tensor =>
  tf.engine().runKernel(kernelName, { dy, x }, attrs);

const kernels: Record<string, tf.KernelFunc> = {
  tensorflow: ({ inputs, attrs, backend }) => {
    const { binding, executeSingleOutput } = backend as TensorflowBackend;
    const attributes = [{ name: 'alpha', type: binding.TF_ATTR_FLOAT, value: attrs?.alpha }];
    return executeSingleOutput.call(backend, kernelName, attributes, [inputs.dy as tf.Tensor, inputs.x as tf.Tensor]);
  },
};

const composite: tf.KernelFunc = ({ inputs, attrs }) =>
  tf.tidy(() => tf.mul(inputs.dy as tf.Tensor, tf.step(inputs.x as tf.Tensor, Number(attrs?.alpha))));
