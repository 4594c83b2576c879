import type { RunConfig } from './config.ts';
import { datasetDescriptions, isPointSet } from './dataset.ts';

/**
 * How far apart the corners of the box of pixels are, in the norm that a critic of packed images sees: no 1-Lipschitz
 * critic tells two of them apart by more. `shape` of one image where it is known better than by the config; undefined
 * for points, and where only the files know.
 */
export function boxDiameter(config: RunConfig, shape?: readonly number[]): number | undefined {
  const numbers = isPointSet(config.dataset) ? undefined : (shape?.reduce((a, b) => a * b, 1) ?? countPixels(config));
  const side = config.network === 'atienza' ? 1 : 2; // pixels in [0, 1] or [−1, 1]
  return numbers && side * Math.sqrt(numbers * config.packing);
}

function countPixels({ dataset, imageSize, imageChannels }: RunConfig): number | undefined {
  const [height = 0, width = 0, channels = 0] = datasetDescriptions[dataset].shape ?? [];
  const pixels = imageSize > 0 ? imageSize ** 2 : height * width;
  return pixels * (imageChannels || channels) || undefined;
}
