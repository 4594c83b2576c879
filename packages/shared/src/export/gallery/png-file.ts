import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflate } from 'node:zlib';
import type { Picture } from './picture.ts';

/** A PNG of 8-bit RGB from bands that lie under each other and are drawn as they are asked for (RFC 2083). */
export async function* encodePng(
  width: number,
  height: number,
  bands: AsyncIterable<Picture>,
): AsyncGenerator<Uint8Array> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  yield Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  yield chunkOf('IHDR', header);
  const deflate = createDeflate({ level: 9, chunkSize: 65_536 });
  // What fails while drawing destroys `deflate`, and the loop below throws it.
  pipeline(Readable.from(filter(width, bands)), deflate, () => {});
  for await (const bytes of deflate) yield chunkOf('IDAT', bytes);
  yield chunkOf('IEND', Buffer.alloc(0));
}

/** Each row as its difference to the one above, so that rows of enlarged samples become zeros. */
async function* filter(width: number, bands: AsyncIterable<Picture>): AsyncGenerator<Uint8Array> {
  const length = width * 3;
  let above = new Uint8Array(length);
  for await (const { height, data } of bands) {
    const filtered = Buffer.alloc(height * (length + 1));
    for (let y = 0; y < height; y++) {
      const row = data.subarray(y * length, (y + 1) * length);
      const to = y * (length + 1);
      filtered[to] = 2;
      for (let i = 0; i < length; i++) filtered[to + 1 + i] = (row[i] as number) - (above[i] as number);
      above = row as typeof above;
    }
    yield filtered;
  }
}

function chunkOf(type: string, data: Uint8Array): Buffer {
  const chunk = Buffer.alloc(data.length + 12);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  chunk.set(data, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, data.length + 8)), data.length + 8);
  return chunk;
}
