import { type Estimate, permutation, randomStream } from '@duality/shared';
import { samplesAt } from '../../data/batches.ts';
import type { SampleSet } from '../../data/sample-set.ts';
import { estimateClasses } from './class-estimates.ts';
import { classify } from './classifier.ts';
import { classifierOf } from './classifier-of.ts';
import { createFeatureEstimates } from './feature-estimates.ts';
import { createNearestEstimate, estimateDiversity } from './pixel-estimates.ts';

/** Images that are compared on each side. */
const judgedImages = 2048;
const shownNeighbours = 8;

export interface ImageJudgeRequest {
  train: SampleSet;
  /** All training images, where a run trains on some of them alone; the classifier learns from all. */
  allTraining?: SampleSet | undefined;
  test: SampleSet;
  /** How many the labels have. */
  classes?: number | undefined;
  cacheFolder: string;
  say?: (line: string) => void;
}

export interface ImageMeasures {
  /** By the names of the metrics. */
  estimates: Record<string, Estimate>;
  /** Samples that the classifier takes for each class. */
  classCounts?: number[];
  /** Places in the training set of the nearest training images of the first samples. */
  nearest: number[];
}

/**
 * Judges samples by held-out images, on the wasm engine, which must have been started: the same images for every run,
 * so that scores compare. `floors` is what training images score. `counter` numbers the resamples of an interval.
 */
export async function createImageJudge({
  train,
  allTraining = train,
  test,
  classes = 0,
  cacheFolder,
  say = () => {},
}: ImageJudgeRequest) {
  const heldOut = choose(test, 0);
  const known = choose(allTraining, 1);
  const isLabelled = classes > 1 && new Set(allTraining.labels).size > 1 && test.labels !== undefined;
  const byClass = isLabelled
    ? createClassMeasures(await classifierOf({ train: allTraining, test, classes, cacheFolder, say }), heldOut, classes)
    : undefined;
  const nearest = createNearestEstimate(train, heldOut.pixels, heldOut.count);
  const alike = (images: Chosen, counter: number) => {
    const estimate = estimateDiversity(images.pixels, images.count, train.shape, counter);
    return estimate && { 'eval.msSsim': estimate };
  };
  return {
    floors: { ...byClass?.measure(known, 0).estimates, ...alike(known, 0), 'eval.nearest': nearest.floor },
    /** pixels: [count, height, width, channels] in [-1, 1]. */
    measure: (pixels: Float32Array, count: number, counter: number): ImageMeasures => {
      const samples = { pixels, count };
      const close = nearest.measure(pixels, count, counter);
      const seen = byClass?.measure(samples, counter);
      return {
        estimates: { ...seen?.estimates, ...alike(samples, counter), 'eval.nearest': close.estimate },
        ...(seen && { classCounts: seen.counts }),
        nearest: Array.from(close.places.subarray(0, shownNeighbours)),
      };
    },
    dispose: () => byClass?.dispose(),
  };
}

interface Chosen {
  pixels: Float32Array;
  count: number;
}

/** A fixed choice of a set's images, whatever their order is: some sets stand in the order of their classes. */
function choose(set: SampleSet, counter: number): Chosen {
  const order = permutation({ seed: 1, stream: randomStream.heldOutChoice, counter }, set.count);
  const places = order.subarray(0, judgedImages);
  return { pixels: samplesAt(set, places), count: places.length };
}

function createClassMeasures(classifier: Awaited<ReturnType<typeof classifierOf>>, heldOut: Chosen, classes: number) {
  const real = classify(classifier, heldOut.pixels, heldOut.count);
  const estimateFeatures = createFeatureEstimates(real.features);
  return {
    measure: ({ pixels, count }: Chosen, counter: number) => {
      const seen = classify(classifier, pixels, count);
      const byClass = estimateClasses(seen.classes, real.classes, classes, counter);
      const estimates = { ...estimateFeatures?.(seen.features, counter), ...byClass.estimates };
      return { estimates, counts: byClass.counts };
    },
    dispose: classifier.dispose,
  };
}
