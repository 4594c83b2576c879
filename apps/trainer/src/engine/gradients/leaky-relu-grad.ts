import * as tf from '@tensorflow/tfjs-core';
import type { TensorflowBackend } from '../tensorflow.ts';
import { applyLinear } from './linear-gradient.ts';
import { replaceUnary } from './replace-gradient.ts';

const kernelName = 'LeakyReluGrad';

/** Gives LeakyReLU and ReLU (its case α = 0) a gradient that can be differentiated again, as one kernel. */
export function registerLeakyReluGrad(): void {
  if (!tf.getKernel(kernelName, tf.getBackend())) {
    tf.registerKernel({ kernelName, backendName: tf.getBackend(), kernelFunc: kernels[tf.getBackend()] ?? composite });
  }
  registerActivation(tf.LeakyRelu, (attrs) => Number(attrs.alpha));
  registerActivation(tf.Relu, () => 0);
}

const registerActivation = (activation: string, alphaOf: (attrs: tf.NamedAttrMap) => number): void =>
  replaceUnary(activation, 'x', (dy, x, attrs) => {
    const alpha = alphaOf(attrs);
    const map = (errors: tf.Tensor) => tf.engine().runKernel<tf.Tensor>(kernelName, { dy: errors, x }, { alpha }); // dy where x > 0, α·dy elsewhere
    return applyLinear(kernelName, map, map, dy);
  });

const kernels: Record<string, tf.KernelFunc> = {
  tensorflow: ({ inputs, attrs, backend }) => {
    const { binding, executeSingleOutput } = backend as TensorflowBackend;
    const attributes = [{ name: 'alpha', type: binding.TF_ATTR_FLOAT, value: attrs?.alpha }];
    return executeSingleOutput.call(backend, kernelName, attributes, [inputs.dy as tf.Tensor, inputs.x as tf.Tensor]);
  },
};

const composite: tf.KernelFunc = ({ inputs, attrs }) =>
  tf.tidy(() => tf.mul(inputs.dy as tf.Tensor, tf.step(inputs.x as tf.Tensor, Number(attrs?.alpha))));
