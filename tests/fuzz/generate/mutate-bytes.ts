import fc from 'fast-check';

type Edit = (bytes: Buffer, at: number, value: number) => Buffer;

const edits: Record<string, Edit> = {
  flip: (bytes, at, value) => withByte(bytes, at, (old) => old ^ (1 << (value % 8))),
  set: (bytes, at, value) => withByte(bytes, at, () => [0, 0xff, 0x7f, 0x80, value & 0xff][value % 5] as number),
  truncate: (bytes, at) => bytes.subarray(0, at),
  remove: (bytes, at, value) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + (value % 40))]),
  repeat: (bytes, at, value) => {
    const piece = bytes.subarray(at, at + 1 + (value % 40));
    return Buffer.concat([bytes.subarray(0, at), piece, piece, bytes.subarray(at)]);
  },
  insert: (bytes, at, value) =>
    Buffer.concat([bytes.subarray(0, at), Buffer.alloc(1 + (value % 9), value), bytes.subarray(at)]),
  huge32: (bytes, at, value) => over(bytes, at, Buffer.from(value % 2 ? 'ffffffff' : '7fffffff', 'hex')),
  huge64: (bytes, at, value) => over(bytes, at, Buffer.from([0, 0, 0, 0, 0, 0, 0, 1 << (value % 8)])),
};

function withByte(bytes: Buffer, at: number, of: (old: number) => number): Buffer {
  const copy = Buffer.from(bytes);
  if (at < copy.length) copy[at] = of(copy[at] ?? 0) & 0xff;
  return copy;
}

const over = (bytes: Buffer, at: number, piece: Buffer) =>
  Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at + piece.length)]);

const edit = fc.record({ name: fc.constantFrom(...Object.keys(edits)), at: fc.nat(), value: fc.nat(0xffff) });

/** One of these files with a few bytes changed, lost, repeated or put in; its start is hit more often than the rest. */
export const mutateBytes = (files: readonly Buffer[]): fc.Arbitrary<Buffer> =>
  fc.tuple(fc.nat(files.length - 1), fc.array(edit, { maxLength: 4 }), fc.boolean()).map(([file, todo, isHead]) =>
    todo.reduce((bytes, { name, at, value }) => {
      const length = isHead ? Math.min(64, bytes.length) : bytes.length;
      return edits[name]?.(bytes, at % (length + 1), value) ?? bytes;
    }, files[file] as Buffer),
  );
