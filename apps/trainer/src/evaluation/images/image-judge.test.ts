import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { samplesAt } from '../../data/batches.ts';
import { makeFolder } from '../../data/test-folder.ts';
import { startEngine } from '../../engine/engine.ts';
import { decodeTensors } from '../../safetensors.ts';
import { createClassifier } from './classifier.ts';
import { keyOf, readClassifier } from './classifier-file.ts';
import { createImageJudge } from './image-judge.ts';
import { barImages } from './test-images.ts';

beforeAll(() => startEngine('wasm'));

const [train, test_] = [barImages(900, 1), barImages(300, 2)];
/** As they came out on an AMD EPYC: scores compare between machines as long as others find the same. */
const weightsOnX64 = 'e1cde82927cdc7ded30b08c49d906801e36dc91e02a88abf5fff8da52483484d';

const pixelsOf = (set: typeof train, choose: (label: number) => boolean = () => true) => {
  const places = Array.from(set.labels ?? []).flatMap((label, i) => (choose(label) ? [i] : []));
  return { pixels: samplesAt(set, places), count: places.length };
};

test('more real images score as the floors do, one class of three and noise do not', async () => {
  const { folder: cacheFolder } = makeFolder();
  const judge = await createImageJudge({ train, test: test_, classes: 3, cacheFolder });
  const judgeOf = ({ pixels, count }: { pixels: Float32Array; count: number }) => {
    const { estimates, classCounts } = judge.measure(pixels, count, 1);
    return { value: (name: string) => estimates[`eval.${name}`]?.value as number, classCounts };
  };
  expect(Object.keys(judge.floors).sort()).toEqual(
    'coverage density fid kid klModes modes msSsim nearest precision recall'.split(' ').map((name) => `eval.${name}`),
  );
  const real = judgeOf(pixelsOf(barImages(600, 3)));
  const oneClass = judgeOf(pixelsOf(barImages(600, 3), (label) => label === 1));
  const noise = judgeOf({ pixels: pixelsOf(barImages(300, 4)).pixels.map((_, i) => Math.sin(i * i)), count: 300 });
  expect(real.classCounts).toEqual([200, 200, 200]);
  expect([real, oneClass].map(({ value }) => value('modes'))).toEqual([3, 1]);
  expect(oneClass.value('klModes')).toBeCloseTo(Math.log(3), 2);
  expect(oneClass.value('msSsim')).toBeGreaterThan(real.value('msSsim') + 0.1);
  for (const bad of [oneClass, noise]) {
    expect(bad.value('fid')).toBeGreaterThan(5 * real.value('fid'));
    expect(bad.value('kid')).toBeGreaterThan(10 * Math.abs(real.value('kid')));
    expect(bad.value('coverage')).toBeLessThan(0.6);
    expect(bad.value('recall')).toBeLessThan(0.6);
  }
  expect(real.value('recall')).toBeGreaterThan(0.8);
  expect(noise.value('nearest')).toBeGreaterThan(1.2);
  judge.dispose();
});

test('a run that trains on a few images is judged by a classifier that knows all, and by its own for nearness', async () => {
  const { folder: cacheFolder } = makeFolder();
  const labels = train.labels?.slice(0, 6) as Uint8Array;
  const few = { ...train, count: 6, values: train.values.slice(0, 6 * 12 * 12), labels };
  const shared = { test: test_, classes: 3, cacheFolder };
  const whole = await createImageJudge({ train, ...shared });
  const judge = await createImageJudge({ train: few, allTraining: train, ...shared });
  const { 'eval.nearest': _, ...floors } = whole.floors;
  expect(judge.floors).toMatchObject(floors);
  expect(judge.measure(pixelsOf(few).pixels, 6, 1).estimates['eval.nearest']?.value).toBeCloseTo(0, 3);
  expect(judge.measure(pixelsOf(test_).pixels, 300, 1).nearest.every((place) => place < 6)).toBe(true);
  for (const one of [whole, judge]) one.dispose();
});

test('a classifier is trained once, to the same bits; a damaged file is trained again', async () => {
  const { folder: cacheFolder } = makeFolder();
  const lines: string[] = [];
  const open = async () => {
    const judge = await createImageJudge({
      train,
      test: test_,
      classes: 3,
      cacheFolder,
      say: (line) => lines.push(line),
    });
    judge.dispose();
    return judge.floors;
  };
  const floors = await open();
  const [name = ''] = readdirSync(cacheFolder);
  const file = join(cacheFolder, name);
  const whole = readFileSync(file);
  if (process.arch === 'x64') expect(decodeTensors(whole).metadata.weights).toBe(weightsOnX64);
  expect(await open()).toEqual(floors);
  expect(lines.at(-1)).toMatch(/classifier 1 names .* % of 300 held-out images rightly, as it was kept/);
  const key = keyOf(train, test_, 3);
  const network = createClassifier(train.shape, 3);
  expect(readClassifier(file, key, network)).toBeGreaterThan(0.9);
  expect(readClassifier(file, keyOf(train, train, 3), network)).toBeUndefined();
  for (const damaged of [whole.subarray(0, 500), Buffer.from('none'), Buffer.from(whole).fill(1, whole.length - 8)]) {
    writeFileSync(file, damaged);
    expect(readClassifier(file, key, network)).toBeUndefined();
  }
  expect(await open()).toEqual(floors);
  expect(lines.at(-1)).toMatch(/trained in/);
  expect(readFileSync(file)).toEqual(whole);
});

test('images without labels are judged by their pixels alone', async () => {
  const { labels: _, ...unlabelled } = train;
  const judge = await createImageJudge({ train: unlabelled, test: test_, cacheFolder: makeFolder().folder });
  const { pixels, count } = pixelsOf(test_);
  const { estimates, nearest, classCounts } = judge.measure(pixels, count, 1);
  expect(Object.keys(estimates).sort()).toEqual(['eval.msSsim', 'eval.nearest']);
  expect(nearest).toHaveLength(8);
  expect(classCounts).toBeUndefined();
});
