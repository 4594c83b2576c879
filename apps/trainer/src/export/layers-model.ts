import { ExplainedError } from '@duality/shared';
import type { NetworkSpec } from '../gan/networks/network.ts';
import type { NamedArray } from '../safetensors.ts';
import { toKeras } from './keras-layer.ts';

/** The two files that `tf.loadLayersModel('…/model.json')` reads. */
export interface LayersModel {
  modelJson: Record<string, unknown>;
  /** float32, little-endian, in the order of the manifest. */
  weights: Buffer;
}

/** A network of `weights`, named as `<layer>/<weight>`, in the format of TensorFlow.js' layers models. */
export function toLayersModel(
  { inputShape, layers, heads }: NetworkSpec,
  weights: Record<string, NamedArray>,
  about: Record<string, unknown>,
): LayersModel {
  if (heads) throw new ExplainedError('a network with two heads is not exported');
  const manifest: { name: string; shape: number[]; dtype: 'float32' }[] = [];
  const bytes: Buffer[] = [];
  const kerasLayers = layers.map((spec, index) => {
    const { class_name, config, weights: names } = toKeras(spec);
    const own = spec.name ?? String(index + 1);
    const name = `${class_name.toLowerCase()}_${index + 1}`;
    for (const [ours, theirs] of Object.entries(names)) {
      const array = weights[`${own}/${ours}`];
      if (!array) throw new ExplainedError(`the checkpoint lacks the weight ${own}/${ours} of the generator`);
      manifest.push({ name: `${name}/${theirs}`, shape: array.shape, dtype: 'float32' });
      bytes.push(Buffer.from(array.values.buffer, array.values.byteOffset, array.values.byteLength));
    }
    const input = index === 0 ? { batch_input_shape: [null, ...inputShape] } : {};
    return { class_name, config: { name, trainable: true, dtype: 'float32', ...input, ...config } };
  });
  return {
    modelJson: {
      format: 'layers-model',
      generatedBy: 'Duality',
      convertedBy: null,
      modelTopology: {
        class_name: 'Sequential',
        config: { name: 'generator', layers: kerasLayers },
        keras_version: 'tfjs-layers 4.22.0',
        backend: 'tensor_flow.js',
      },
      weightsManifest: [{ paths: ['weights.bin'], weights: manifest }],
      userDefinedMetadata: about,
    },
    weights: Buffer.concat(bytes),
  };
}
