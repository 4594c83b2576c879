import { existsSync, readdirSync } from 'node:fs';
import { ExplainedError } from '@duality/shared';
import { plainOrGz, requireFolder } from './data-folder.ts';
import { readImages, readLabels } from './idx-pair.ts';
import type { DataRequest, Dataset, SampleSet } from './sample-set.ts';
import { holdOut } from './select.ts';

const imageFile = /^(.*)images([-.])idx([34])-ubyte(\.gz)?$/;
const heldOutStem = /(t10k|test)[-_.]$/;
/** Where no test file says what is held out. */
const oneIn = 10;

/**
 * Any images as IDX files of unsigned bytes: `…images-idx3-ubyte` (grey) or `…images-idx4-ubyte` (1 or 3 channels),
 * plain or .gz, with the `…labels-idx1-ubyte` of the same name if it is there. A file with `t10k-` or `test-` before
 * `images` is held out; without one, every tenth image is.
 */
export function loadIdxFolder(request: Pick<DataRequest, 'folder'>): Dataset {
  const folder = requireFolder('idx', request.folder, 'an IDX file …images-idx3-ubyte');
  const names = readdirSync(folder).filter((name) => imageFile.test(name));
  const isHeldOut = (name: string) => heldOutStem.test(imageFile.exec(name)?.[1] ?? '');
  const all = load(
    folder,
    onlyOne(
      folder,
      names.filter((name) => !isHeldOut(name)),
    ),
  );
  const heldOut = names.some(isHeldOut) ? load(folder, onlyOne(folder, names.filter(isHeldOut))) : undefined;
  const { train, test } = heldOut ? { train: all, test: heldOut } : holdOut(all, oneIn, folder);
  if (`${train.shape}` !== `${test.shape}`) {
    throw new ExplainedError(
      `${folder} trains on images of ${train.shape.join(' × ')} but holds out ${test.shape.join(' × ')}; both must have one size`,
    );
  }
  const source = `the IDX files in ${folder}${heldOut ? '' : ', every tenth image held out'}`;
  if (!train.labels || !test.labels) return { source, train: unlabelled(train), test: unlabelled(test) };
  const classes =
    1 + Math.max(...[train.labels, test.labels].map((labels) => labels.reduce((a, b) => Math.max(a, b), 0)));
  return { source, train, test, classes };
}

/** One of `names`, where x and x.gz are the same. */
function onlyOne(folder: string, names: string[]): string {
  const [name, ...others] = new Set(names.map((one) => one.replace(/\.gz$/, '')));
  if (name === undefined) {
    throw new ExplainedError(
      `${folder} holds no file …images-idx3-ubyte (or idx4, or with .gz) to train on; name another folder with --data DIR`,
    );
  }
  if (others.length === 0) return name;
  throw new ExplainedError(
    `${folder} holds several sets: ${[name, ...others].sort().join(', ')}; keep one in a folder of its own`,
  );
}

function load(folder: string, name: string): SampleSet {
  const file = plainOrGz(folder, name);
  const images = readImages(file, Number(imageFile.exec(name)?.[3]));
  if (images.values.length === 0)
    throw new ExplainedError(`${file} holds no images; name another folder with --data DIR`);
  const labelFile = plainOrGz(folder, name.replace(imageFile, '$1labels$2idx1-ubyte'));
  return existsSync(labelFile) ? { ...images, labels: readLabels(labelFile, file, images.count) } : images;
}

const unlabelled = ({ count, shape, values }: SampleSet): SampleSet => ({ count, shape, values });
