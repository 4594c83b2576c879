import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ExplainedError } from '@duality/shared';
import { requireFolder } from './data-folder.ts';
import { channelsLast } from './idx-pair.ts';
import { readBytes } from './read-bytes.ts';
import type { DataRequest, Dataset, SampleSet } from './sample-set.ts';

const side = 32;
const channels = 3;
const classes = 10;
/** One byte of label, then the red, the green and the blue plane. */
const recordBytes = 1 + side * side * channels;
/** Several times what a released file has. */
const mostBytes = 50_000 * recordBytes;
const trainFiles = [1, 2, 3, 4, 5].map((i) => `data_batch_${i}.bin`);

/**
 * The binary version of CIFAR-10: colour images of 32 × 32 with labels, five files to train on and one held out, in the
 * request's folder or in the archive's `cifar-10-batches-bin` in it.
 */
export function loadCifar10(request: Pick<DataRequest, 'folder'>): Dataset {
  const named = requireFolder('cifar-10', request.folder, `${trainFiles[0]} … and test_batch.bin (binary version)`);
  const unpacked = join(named, 'cifar-10-batches-bin');
  const folder = existsSync(unpacked) ? unpacked : named;
  const train = load(trainFiles.map((name) => join(folder, name)));
  const test = load([join(folder, 'test_batch.bin')]);
  const source = `the CIFAR-10 binary files in ${folder}, ${train.count} + ${test.count} images`;
  return { source, train, test, classes };
}

function load(files: string[]): SampleSet {
  const parts = files.map(readRecords);
  const count = parts.reduce((sum, bytes) => sum + bytes.length / recordBytes, 0);
  const values = new Uint8Array(count * (recordBytes - 1));
  const labels = new Uint8Array(count);
  let image = 0;
  for (const bytes of parts) {
    for (let at = 0; at < bytes.length; at += recordBytes, image++) {
      labels[image] = bytes[at] as number;
      values.set(
        channelsLast(bytes.subarray(at + 1, at + recordBytes), channels, side * side),
        image * (recordBytes - 1),
      );
    }
  }
  return { count, shape: [side, side, channels], values, labels };
}

function readRecords(file: string): Buffer {
  const bytes = readBytes(file, mostBytes);
  if (bytes.length === 0 || bytes.length % recordBytes !== 0) {
    throw broken(file, `it has ${bytes.length} bytes, not a multiple of ${recordBytes}`);
  }
  for (let at = 0; at < bytes.length; at += recordBytes) {
    const label = bytes[at] as number;
    if (label >= classes) throw broken(file, `image ${at / recordBytes} has the label ${label}, beyond 9`);
  }
  return bytes;
}

const broken = (file: string, what: string) =>
  new ExplainedError(
    `${file} is not a whole file of CIFAR-10's binary version: ${what}; fetch it again, or name another folder with --data DIR`,
  );
