import { ExplainedError, type Run } from '@duality/shared';
import type { Checkpoint } from '../checkpoint.ts';
import type { NetworkSpec } from '../gan/networks/network.ts';
import type { NamedArray } from '../safetensors.ts';
import { type LayersModel, toLayersModel } from './layers-model.ts';

/** The generator of a checkpoint, or its moving average where the run has one: the network that draws the sample grids. */
export function exportGenerator(
  { id, name, preset, config }: Run,
  { step, metadata, tensors }: Checkpoint,
): LayersModel {
  if (!metadata.generator) {
    throw new ExplainedError(
      `the checkpoint of step ${step} was written by an older Duality; train run ${id} further and export a newer one`,
    );
  }
  const spec = JSON.parse(metadata.generator) as NetworkSpec;
  const prefix = Object.keys(tensors).some((key) => key.startsWith('average/')) ? 'average/' : 'generator/';
  const isAverage = prefix === 'average/';
  const [inputs = 0] = spec.inputShape;
  return toLayersModel(spec, withoutPrefix(tensors, prefix), {
    run: { id, name, preset, step, seed: config.seed },
    isAverage,
    /** What the first numbers of an input are; a conditional generator also takes a 1 at its class and 0s elsewhere. */
    latentSize: config.latentSize,
    latentDistribution: config.latentDistribution,
    classes: inputs - config.latentSize,
    /** Where pixels lie. */
    pixelRange: metadata.pixelRange === 'unit' ? [0, 1] : [-1, 1],
  });
}

const withoutPrefix = (tensors: Record<string, NamedArray>, prefix: string) =>
  Object.fromEntries(
    Object.entries(tensors).flatMap(([key, array]) =>
      key.startsWith(prefix) ? [[key.slice(prefix.length), array]] : [],
    ),
  );
