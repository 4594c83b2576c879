import { join } from 'node:path';
import { ExplainedError } from '@duality/shared';
import { withChannels } from './colour.ts';
import { requireFolder } from './data-folder.ts';
import { decodeImage, type ImageHeader, readHeader } from './decode-image.ts';
import { eachConcurrently } from './each-concurrently.ts';
import { findImages } from './find-images.ts';
import type { DataRequest, Dataset, SampleSet } from './sample-set.ts';
import { splitIndices } from './select.ts';

const atOnce = 8;
/** CelebA's 202,599 images as 64 × 64 in colour are 2.5e9. */
const mostBytes = 2 ** 32;
/** Images of one size up to this one stay as they are when no size is asked for; others become `defaultSize`. */
const mostKeptSize = 64;
const defaultSize = 32;
const oneIn = 10;

/**
 * Every image of a folder and its sub-folders, decoded once. Sub-folders are classes when all images lie in two or more
 * of them. Every tenth image in the order of paths is held out.
 */
export async function loadImageFolder(request: Omit<DataRequest, 'dataset' | 'seed' | 'onlyClass'>): Promise<Dataset> {
  const folder = requireFolder('image-folder', request.folder, 'images (png, jpg, jpeg, webp, gif or avif)');
  const paths = findImages(folder);
  const files = paths.map((path) => join(folder, path));
  const headers: ImageHeader[] = [];
  await eachConcurrently(files, atOnce, async (file, i) => {
    headers[i] = await readHeader(file);
  });

  const channels = request.imageChannels || (headers.every(({ isGrey }) => isGrey) ? 1 : 3);
  const shape = [...sizeFor(headers, request.imageSize), channels];
  checkMemory(folder, files.length, shape);
  const { labels, classes } = classesOf(paths);
  const load = async (indices: number[]): Promise<SampleSet> => ({
    count: indices.length,
    shape,
    values: await decodeAll(
      indices.map((i) => files[i] as string),
      shape,
    ),
    ...(labels && { labels: Uint8Array.from(indices, (i) => labels[i] as number) }),
  });
  const split = splitIndices(files.length, oneIn, folder);
  const source = `the images of ${folder} as ${shape.join(' × ')}, every tenth held out`;
  return { source, train: await load(split.train), test: await load(split.test), ...(classes && { classes }) };
}

function sizeFor(headers: ImageHeader[], imageSize: number): [height: number, width: number] {
  if (imageSize > 0) return [imageSize, imageSize];
  const [{ height, width } = { height: 0, width: 0 }] = headers;
  const isOneSize = headers.every((header) => header.height === height && header.width === width);
  return isOneSize && Math.max(height, width) <= mostKeptSize ? [height, width] : [defaultSize, defaultSize];
}

function checkMemory(folder: string, count: number, shape: number[]): void {
  const bytes = shape.reduce((a, b) => a * b, count);
  if (bytes <= mostBytes) return;
  throw new ExplainedError(
    `the ${count} images of ${folder} need ${bytes} bytes as ${shape.join(' × ')}, more than ${mostBytes}; ` +
      'lower imageSize, or name a smaller folder with --data DIR',
  );
}

/** [files, …shape] */
async function decodeAll(files: string[], shape: number[]): Promise<Uint8Array> {
  const [height = 0, width = 0, channels] = shape;
  const size = shape.reduce((a, b) => a * b);
  const values = new Uint8Array(files.length * size);
  await eachConcurrently(files, atOnce, async (file, i) => {
    const image = { count: 1, shape: [height, width, 3], values: await decodeImage(file, height, width) };
    values.set(withChannels(image, channels === 1 ? 1 : 3).values, i * size);
  });
  return values;
}

/** A label is a byte, so more than 256 sub-folders are no classes. */
function classesOf(paths: string[]): { labels?: Uint8Array; classes?: number } {
  const folders = paths.map((path) => path.slice(0, Math.max(0, path.indexOf('/'))));
  const names = [...new Set(folders)].sort();
  if (names.includes('') || names.length < 2 || names.length > 256) return {};
  return { labels: Uint8Array.from(folders, (name) => names.indexOf(name)), classes: names.length };
}
