import { ExplainedError } from '@duality/shared';
import { plainOrGz } from './data-folder.ts';
import { readIdx } from './idx.ts';
import type { SampleSet } from './sample-set.ts';

/** [height, width] and number of classes that the files of a known data set have. */
export interface ReleasedFormat {
  name: string;
  side: number;
  classes: number;
}

/** MNIST's naming, which Fashion-MNIST shares: train- or t10k-, images-idx3- and labels-idx1-ubyte, plain or .gz. */
export function loadReleasedPart(folder: string, part: 'train' | 't10k', format: ReleasedFormat): SampleSet {
  const { name, side, classes } = format;
  const imageFile = plainOrGz(folder, `${part}-images-idx3-ubyte`);
  const images = readImages(imageFile, 3);
  const [height, width] = images.shape;
  if (height !== side || width !== side || images.count === 0) {
    throw new ExplainedError(
      `${imageFile} holds ${images.count} images of ${height} × ${width}; ${name} has ${side} × ${side}: ` +
        'train on other images with --set dataset=idx',
    );
  }
  const labelFile = plainOrGz(folder, `${part}-labels-idx1-ubyte`);
  return { ...images, labels: readLabels(labelFile, imageFile, images.count, classes) };
}

/** The images of an IDX file: three axes are grey; the fourth is 1 or 3 channels, behind or before the pixels. */
export function readImages(file: string, axes: number): SampleSet {
  const { shape, values } = readIdx(file, axes);
  const [count = 0, a = 0, b = 0, c = 0] = shape;
  if (axes === 3) return { count, shape: [a, b, 1], values };
  if (c === 1 || c === 3) return { count, shape: [a, b, c], values };
  if (a === 1 || a === 3) return { count, shape: [b, c, a], values: channelsLast(values, a, b * c) };
  throw new ExplainedError(`${file} holds images of ${a} × ${b} × ${c}; one of the three must be 1 or 3 channels`);
}

/** One label for each image, each below `classes`. */
export function readLabels(file: string, imageFile: string, images: number, classes = 256): Uint8Array {
  const { shape, values } = readIdx(file, 1);
  if (shape[0] !== images) {
    throw new ExplainedError(
      `${file} holds ${shape[0]} labels for the ${images} images of ${imageFile}; they must come from one release`,
    );
  }
  const wrong = values.findIndex((label) => label >= classes);
  if (wrong < 0) return values;
  throw new ExplainedError(`${file} holds the label ${values[wrong]} at ${wrong}; labels are 0 … ${classes - 1}`);
}

/** Planes of `pixels` each, one a channel, to the channels of each pixel together, image by image. */
export function channelsLast(planes: Uint8Array, channels: number, pixels: number): Uint8Array {
  const out = new Uint8Array(planes.length);
  const size = channels * pixels;
  for (let image = 0; image < planes.length; image += size) {
    for (let channel = 0; channel < channels; channel++) {
      const plane = image + channel * pixels;
      for (let i = 0; i < pixels; i++) out[image + i * channels + channel] = planes[plane + i] as number;
    }
  }
  return out;
}
