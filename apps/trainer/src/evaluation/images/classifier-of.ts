import { samplesAt } from '../../data/batches.ts';
import type { SampleSet } from '../../data/sample-set.ts';
import type { Network } from '../../gan/networks/network.ts';
import { classifierVersion, classify, createClassifier, trainClassifier } from './classifier.ts';
import { classifierFile, keyOf, readClassifier, writeClassifier } from './classifier-file.ts';

export interface ClassifierRequest {
  train: SampleSet;
  test: SampleSet;
  classes: number;
  /** Where trained ones are kept. */
  cacheFolder: string;
  say: (line: string) => void;
}

/** The classifier of a labelled set: as it was kept, or else trained and kept. */
export async function classifierOf({ train, test, classes, cacheFolder, say }: ClassifierRequest): Promise<Network> {
  const classifier = createClassifier(train.shape, classes);
  const key = keyOf(train, test, classes);
  const file = classifierFile(cacheFolder, key);
  const known = readClassifier(file, key, classifier);
  if (known !== undefined) {
    say(`evaluation: ${describe(known, test.count)}, as it was kept`);
    return classifier;
  }
  say(`evaluation: training our own classifier on the labels of ${train.count} images, once for these images`);
  const startedAt = performance.now();
  await trainClassifier(classifier, train);
  const accuracy = accuracyOf(classifier, test);
  writeClassifier(file, key, classifier, accuracy);
  say(
    `evaluation: ${describe(accuracy, test.count)}, trained in ${Math.round((performance.now() - startedAt) / 1000)} s`,
  );
  return classifier;
}

const describe = (accuracy: number, count: number) =>
  `classifier ${classifierVersion} names ${(100 * accuracy).toFixed(2)} % of ${count} held-out images rightly`;

function accuracyOf(classifier: Network, test: SampleSet): number {
  const places = Array.from({ length: test.count }, (_, i) => i);
  const { classes } = classify(classifier, samplesAt(test, places), test.count);
  return classes.reduce((right, label, i) => right + (label === test.labels?.[i] ? 1 : 0), 0) / test.count;
}
