import type { DatasetName } from '@duality/shared';

/** Samples in memory, one after the other. */
export interface SampleSet {
  count: number;
  /** Of one sample: [height, width, channels] of an image, [2] of a point. */
  shape: readonly number[];
  /** Pixels 0 … 255 (NHWC), or coordinates as they are used. */
  values: Uint8Array | Float32Array;
  /** Class of each sample, from 0. */
  labels?: Uint8Array;
}

export interface Dataset {
  /** Which copy was read, for the run's log. */
  source: string;
  train: SampleSet;
  /** All training samples, where only some are trained on: what measures samples learns from all. */
  allTraining?: SampleSet;
  /** Held out. */
  test: SampleSet;
  /** How many classes the labels have; absent without labels. */
  classes?: number;
}

/** What a loader may depend on. */
export interface DataRequest {
  dataset: DatasetName;
  /** Generated sets follow from it; sets of files do not. */
  seed: number;
  /** Height and width in pixels; 0 for as the files are. Points have none. */
  imageSize: number;
  /** 1 grey, 3 colour, 0 for as the files are. Points have none. */
  imageChannels: 0 | 1 | 3;
  /** Train on this class alone; -1 for all. */
  onlyClass: number;
  /** Train on so many, chosen by the seed; all when 0 or absent. */
  trainingSamples?: number | undefined;
  /** --data DIR. Generated sets need none. */
  folder?: string | undefined;
}

export const sampleSize = ({ shape }: Pick<SampleSet, 'shape'>): number => shape.reduce((a, b) => a * b, 1);
