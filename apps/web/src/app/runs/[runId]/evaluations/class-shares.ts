import { type DatasetName, isPointSet, type RunConfig } from '@duality/shared';

export interface ClassShare {
  name: string;
  count: number;
  /** Of all that were counted. */
  share: number;
}

/** How the samples of an evaluation are spread over classes or modes; shares are 0 where nothing was counted. */
export function classShares(counts: readonly number[], { dataset }: RunConfig): ClassShare[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const nameOf = (at: number) => (isPointSet(dataset) ? `mode ${at + 1}` : (classNames[dataset]?.[at] ?? String(at)));
  return counts.map((count, at) => ({ name: nameOf(at), count, share: total > 0 ? count / total : 0 }));
}

/** In the order of the labels, where a class is not called by its number. */
const classNames: Partial<Record<DatasetName, readonly string[]>> = {
  'fashion-mnist': [
    'T-shirt',
    'trousers',
    'pullover',
    'dress',
    'coat',
    'sandal',
    'shirt',
    'trainer',
    'bag',
    'ankle boot',
  ],
  'cifar-10': ['aeroplane', 'car', 'bird', 'cat', 'deer', 'dog', 'frog', 'horse', 'ship', 'lorry'],
};
