// Run by Node 24 on its own: loads the native engine and multiplies two tensors; a crash then ends only this process.
import { createRequire } from 'node:module';

const load = createRequire(new URL('../../apps/trainer/package.json', import.meta.url));
const util = load('node:util');
util.isNullOrUndefined ??= (value) => value == null; // gone since Node 23, still used by the package
const tf = load('@tensorflow/tfjs-node-gpu');

const product = tf.matMul(tf.tensor2d([1, 2, 3, 4], [2, 2]), tf.tensor2d([5, 6, 7, 8], [2, 2])).dataSync();
if (tf.getBackend() !== 'tensorflow') throw new Error(`the backend is ${tf.getBackend()}`);
if (product.join() !== '19,22,43,50') throw new Error(`a product came out as ${product.join()}`);
const { TF_Version: version, isUsingGpuDevice } = tf.backend().binding;
console.log(JSON.stringify({ version, gpu: isUsingGpuDevice() }));
