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

type Header = Record<string, { dtype: string; shape: number[]; data_offsets: [number, number] }>;

export function encodeTensors({ metadata, tensors }: TensorFile): Buffer {
  const header: Header = {};
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

/** Throws when `bytes` is not a whole file of float32 tensors. */
export function decodeTensors(bytes: Buffer): TensorFile {
  const start = 8 + Number(bytes.readBigUInt64LE());
  const { __metadata__: metadata, ...header } = JSON.parse(bytes.toString('utf8', 8, start)) as Header & {
    __metadata__: never;
  };
  const tensors: Record<string, NamedArray> = {};
  for (const [
    name,
    {
      dtype,
      shape,
      data_offsets: [from, to],
    },
  ] of Object.entries(header)) {
    if (dtype !== 'F32' || start + to > bytes.length) throw new Error(`tensor ${name} is not whole`);
    tensors[name] = {
      shape,
      values: new Float32Array(Uint8Array.from(bytes.subarray(start + from, start + to)).buffer),
    };
  }
  return { metadata: metadata ?? {}, tensors };
}
