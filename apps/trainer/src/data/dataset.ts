import type { DatasetName } from '@duality/shared';
import { loadCifar10 } from './cifar-10.ts';
import { withChannels } from './colour.ts';
import { loadFashionMnist } from './fashion-mnist.ts';
import { loadIdxFolder } from './idx-folder.ts';
import { loadImageFolder } from './image-folder.ts';
import { loadMixture } from './mixtures.ts';
import { loadMnist } from './mnist.ts';
import { loadParallelLines } from './parallel-lines.ts';
import { resizeImages } from './resize-images.ts';
import type { DataRequest, Dataset, SampleSet } from './sample-set.ts';
import { selectClass, selectSome } from './select.ts';
import { loadSwissRoll } from './swiss-roll.ts';

const loaders: Record<DatasetName, (request: DataRequest) => Dataset | Promise<Dataset>> = {
  mnist: loadMnist,
  // A second argument is for tests alone.
  'fashion-mnist': (request) => loadFashionMnist(request),
  'cifar-10': loadCifar10,
  'image-folder': loadImageFolder,
  idx: loadIdxFolder,
  ring: loadMixture,
  grid: loadMixture,
  'swiss-roll': loadSwissRoll,
  'parallel-lines': loadParallelLines,
  normals: loadMixture,
};

/** A data set in memory, as the request wants it. Bad data is one ExplainedError that names the file. */
export async function loadDataset(request: DataRequest): Promise<Dataset> {
  const { train, test, ...rest } = await loaders[request.dataset](request);
  const all = asRequested(train, request);
  const chosen = selectSome(all, request.trainingSamples ?? 0, request.seed);
  return { ...rest, train: chosen, test: asRequested(test, request), ...(chosen !== all && { allTraining: all }) };
}

/** Images only are resized and recoloured; the images of a folder already are. */
function asRequested(set: SampleSet, { imageSize, imageChannels, onlyClass }: DataRequest): SampleSet {
  const wanted = onlyClass < 0 ? set : selectClass(set, onlyClass);
  const [height, width] = wanted.shape;
  if (wanted.shape.length < 3) return wanted;
  const sized =
    imageSize === 0 || (height === imageSize && width === imageSize) ? wanted : resizeImages(wanted, imageSize);
  return imageChannels === 0 ? sized : withChannels(sized, imageChannels);
}
