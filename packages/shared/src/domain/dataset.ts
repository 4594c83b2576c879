export const datasetNames = [
  'mnist',
  'fashion-mnist',
  'cifar-10',
  'image-folder',
  'idx',
  'ring',
  'grid',
  'swiss-roll',
  'parallel-lines',
  'normals',
] as const;
export type DatasetName = (typeof datasetNames)[number];

export interface DatasetDescription {
  title: string;
  /** Of one sample, where every copy has the same: [height, width, channels] or [coordinates]. */
  shape?: readonly number[];
  classes?: number;
  /** Images to train on, where every copy has as many. */
  trainingSamples?: number;
  /** Of a mixture of equally likely normal distributions, whose coverage can be counted. */
  modes?: number;
  /** Read from a folder that the person names. */
  needsFolder?: boolean;
}

export const datasetDescriptions: Record<DatasetName, DatasetDescription> = {
  mnist: { title: 'MNIST', shape: [28, 28, 1], classes: 10, trainingSamples: 60_000 },
  'fashion-mnist': { title: 'Fashion-MNIST', shape: [28, 28, 1], classes: 10, trainingSamples: 60_000 },
  'cifar-10': { title: 'CIFAR-10', shape: [32, 32, 3], classes: 10, trainingSamples: 50_000, needsFolder: true },
  'image-folder': { title: 'A folder of images', needsFolder: true },
  idx: { title: 'A pair of IDX files', needsFolder: true },
  ring: { title: 'Ring of 8 Gaussians', shape: [2], modes: 8 },
  grid: { title: 'Grid of 25 Gaussians', shape: [2], modes: 25 },
  'swiss-roll': { title: 'Swiss roll', shape: [2] },
  'parallel-lines': { title: 'Parallel lines', shape: [2] },
  normals: { title: 'Two normals', shape: [1], modes: 2 },
};

/** Points instead of images. */
export const isPointSet = (dataset: DatasetName): boolean => datasetDescriptions[dataset].shape?.length === 1;
