import { io, loadLayersModel } from '@tensorflow/tfjs';
import type * as tf from '@tensorflow/tfjs-core';

/** Loads model.json and weights.bin as a browser page does, and applies the model to x. */
export async function applyLayersModel(modelJson: object, weights: Buffer, x: tf.Tensor): Promise<tf.Tensor> {
  const files: Record<string, string | Uint8Array<ArrayBuffer>> = {
    'model.json': JSON.stringify(modelJson),
    'weights.bin': new Uint8Array(weights),
  };
  const fetchFunc = async (url: string) => new Response(files[new URL(url).pathname.slice(1)]);
  const model = await loadLayersModel(io.http('http://localhost/model.json', { fetchFunc: fetchFunc as typeof fetch }));
  const output = model.predict(x) as tf.Tensor;
  model.dispose();
  return output;
}
