import * as tf from '@tensorflow/tfjs-core';
import { replaceGradient } from './second-order-gradients.ts';
import type { TensorflowBackend } from './tensorflow.ts';

const kernelName = 'LeakyReluGrad';

/** Gives LeakyReLU and ReLU (its case α = 0) a gradient that can be differentiated again, as one kernel. */
export function registerLeakyReluGrad(): void {
  if (!tf.getKernel(kernelName, tf.getBackend())) {
    tf.registerKernel({ kernelName, backendName: tf.getBackend(), kernelFunc: kernels[tf.getBackend()] ?? composite });
  }
  registerActivation(tf.LeakyRelu, (attrs) => Number(attrs.alpha));
  registerActivation(tf.Relu, () => 0);
}

function registerActivation(activation: string, alphaOf: (attrs: tf.NamedAttrMap) => number): void {
  replaceGradient({
    kernelName: activation,
    inputsToSave: ['x'],
    gradFunc: (dy, [x], attrs) => ({ x: () => leakyReluGrad(dy as tf.Tensor, x as tf.Tensor, alphaOf(attrs)) }),
  });
}

/**
 * dy where x > 0, α·dy elsewhere. It is linear in dy, so it is its own derivative, and flat in x: x is not an input of
 * the op, or a gradient penalty would send zeros back through the whole critic.
 */
const leakyReluGrad = (dy: tf.Tensor, x: tf.Tensor, alpha: number): tf.Tensor =>
  tf.customGrad((...inputs) => ({
    value: tf.engine().runKernel<tf.Tensor>(kernelName, { dy: inputs[0] as tf.Tensor, x }, { alpha }),
    gradFunc: (ddy: tf.Tensor) => leakyReluGrad(ddy, x, alpha),
  }))(dy);

const kernels: Record<string, tf.KernelFunc> = {
  tensorflow: ({ inputs, attrs, backend }) => {
    const { binding, executeSingleOutput } = backend as TensorflowBackend;
    const attributes = [{ name: 'alpha', type: binding.TF_ATTR_FLOAT, value: attrs?.alpha }];
    return executeSingleOutput.call(backend, kernelName, attributes, [inputs.dy as tf.Tensor, inputs.x as tf.Tensor]);
  },
};

const composite: tf.KernelFunc = ({ inputs, attrs }) =>
  tf.tidy(() => tf.mul(inputs.dy as tf.Tensor, tf.step(inputs.x as tf.Tensor, Number(attrs?.alpha))));
