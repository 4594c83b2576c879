import { ExplainedError } from '@duality/shared';
import { z } from 'zod';

/** The safetensors file format: 8 bytes little-endian header length, JSON header, values. Many tools can read it. */

export interface NamedArray {
  shape: number[];
  values: Float32Array;
}

export interface TensorFile {
  /** Strings only, as the format asks. */
  metadata: Record<string, string>;
  tensors: Record<string, NamedArray>;
}

const Count = z.int().min(0);
const Entry = z.object({ dtype: z.string(), shape: z.array(Count).max(16), data_offsets: z.tuple([Count, Count]) });
type Entry = z.infer<typeof Entry>;
const Header = z.object({ __metadata__: z.record(z.string(), z.string()).default({}) }).catchall(Entry);

export function encodeTensors({ metadata, tensors }: TensorFile): Buffer {
  const header: Record<string, Entry> = {};
  let offset = 0;
  for (const [name, { shape, values }] of Object.entries(tensors)) {
    header[name] = { dtype: 'F32', shape, data_offsets: [offset, offset + values.byteLength] };
    offset += values.byteLength;
  }
  const json = Buffer.from(JSON.stringify({ __metadata__: metadata, ...header }));
  const padded = Buffer.concat([json, Buffer.alloc((8 - (json.length % 8)) % 8, ' ')]);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(padded.length));
  const bodies = Object.values(tensors).map(({ values }) =>
    Buffer.from(values.buffer, values.byteOffset, values.byteLength),
  );
  return Buffer.concat([length, padded, ...bodies]);
}

/** Throws an ExplainedError that names `file` when `bytes` is not a whole file of float32 tensors. */
export function decodeTensors(bytes: Buffer, file = 'this file'): TensorFile {
  const refuse = (what: string): never => {
    throw new ExplainedError(
      `${file} is not a whole safetensors file of 32-bit numbers: ${what}; take it from a backup`,
    );
  };
  const start = findStart(bytes, refuse);
  const { metadata, entries } = readHeader(bytes.toString('utf8', 8, start), refuse);
  let end = 0;
  const tensors = entries.map(([name, { dtype, shape, data_offsets }]): [string, NamedArray] => {
    const [from, to] = data_offsets;
    const size = shape.reduce((a, b) => a * b, 4);
    if (dtype !== 'F32') refuse(`tensor ${name} has the type ${dtype}`);
    if (start + to > bytes.length) refuse(`tensor ${name} is not whole`);
    if (from < end) refuse(`tensor ${name} overlaps another`);
    if (to - from !== size) refuse(`tensor ${name} has ${to - from} bytes, but its shape asks for ${size}`);
    end = to;
    // A copy, since values begin where a float may not.
    return [
      name,
      { shape, values: new Float32Array(Uint8Array.from(bytes.subarray(start + from, start + to)).buffer) },
    ];
  });
  return { metadata, tensors: Object.fromEntries(tensors) };
}

type Refuse = (what: string) => never;

function findStart(bytes: Buffer, refuse: Refuse): number {
  if (bytes.length < 8) return refuse(`it ends after ${bytes.length} bytes`);
  const length = bytes.readBigUInt64LE();
  if (length > BigInt(bytes.length - 8)) return refuse(`its header claims ${length} bytes of ${bytes.length}`);
  return 8 + Number(length);
}

function readHeader(text: string, refuse: Refuse) {
  const header = Header.safeParse(parseJson(text, refuse));
  if (!header.success) return refuse(`its header is wrong at "${header.error.issues[0]?.path.join('.')}"`);
  const { __metadata__: metadata, ...tensors } = header.data;
  const entries = (Object.entries(tensors) as [string, Entry][]).sort(
    ([, a], [, b]) => a.data_offsets[0] - b.data_offsets[0] || a.data_offsets[1] - b.data_offsets[1],
  );
  return { metadata, entries };
}

function parseJson(text: string, refuse: Refuse): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse('its header is not JSON');
  }
}
