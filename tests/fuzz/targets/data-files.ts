import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { loadCifar10 } from '../../../apps/trainer/src/data/cifar-10.ts';
import { readIdx } from '../../../apps/trainer/src/data/idx.ts';
import { demandSentence } from '../answers.ts';
import { mutateBytes } from '../generate/mutate-bytes.ts';
import { demand, type Target, type Verdict } from '../target.ts';

/** Runs a reader on a file: what it throws must be one line for people that names the file. */
export async function judgeReader(file: string, read: () => unknown): Promise<Verdict> {
  try {
    await read();
    return 'accepted';
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ExplainedError') throw error;
    demand(error.message.includes(file), `the refusal does not name the file: ${error.message}`);
    demand(!error.message.includes('\n'), `the refusal has several lines: ${error.message}`);
    demandSentence(error.message.replaceAll(file, 'FILE'));
    return 'refused';
  }
}

function idxFile(shape: readonly number[]): Buffer {
  const header = Buffer.alloc(4 + 4 * shape.length);
  header.set([0, 0, 8, shape.length]);
  for (const [axis, size] of shape.entries()) header.writeUInt32BE(size, 4 + 4 * axis);
  const count = shape.reduce((a, b) => a * b, 1);
  return Buffer.concat([header, Uint8Array.from({ length: count }, (_, i) => i % 251)]);
}

const idxFiles = [idxFile([3, 5, 4]), idxFile([40, 8, 8])];

export const idx: Target = {
  name: 'idx',
  about: 'IDX files, plain and gzip, with bytes changed',
  share: 9,
  open: (folder) => {
    const file = join(folder, 'images-idx3-ubyte');
    return {
      inputs: mutateBytes([...idxFiles, ...idxFiles.map((bytes) => gzipSync(bytes))]),
      attempt: (bytes: Buffer) => {
        writeFileSync(file, bytes);
        return judgeReader(file, () => {
          const { shape, values } = readIdx(file, 3);
          const count = shape.reduce((a, b) => a * b, 1);
          demand(values.length === count, `${values.length} values for the shape ${shape}`);
        });
      },
    };
  },
};

const record = (label: number) => Buffer.concat([Buffer.from([label]), Buffer.alloc(3072, label * 20)]);

export const cifar: Target = {
  name: 'cifar',
  about: "CIFAR-10's binary files with bytes changed",
  share: 2,
  open: (folder) => {
    for (const name of ['data_batch_1', 'data_batch_2', 'data_batch_4', 'data_batch_5', 'test_batch']) {
      writeFileSync(join(folder, `${name}.bin`), record(3));
    }
    const file = join(folder, 'data_batch_3.bin');
    return {
      inputs: mutateBytes([record(0), Buffer.concat([record(1), record(9)]), gzipSync(record(7))]),
      attempt: (bytes: Buffer) => {
        writeFileSync(file, bytes);
        return judgeReader(file, () => {
          const { train } = loadCifar10({ folder });
          demand(train.values.length === train.count * 3072, 'the images have another size than their count');
        });
      },
    };
  },
};

/** Any bytes that begin as one of these formats does. */
export const startedBytes = (starts: readonly Buffer[]): fc.Arbitrary<Buffer> =>
  fc
    .tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }))
    .map(([start, rest]) => Buffer.concat([start, rest]));
