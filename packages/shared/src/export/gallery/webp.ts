import type { Frame } from './gif.ts';
import { encodePicture } from './sample-reader.ts';
import type { Patch } from './write-file.ts';

/**
 * An animated WebP that plays for ever, exact to the pixel, one frame at a time in memory. The container tells its length first, which is
 * known last: hence the patch (developers.google.com/speed/webp/docs/riff_container).
 */
export async function* encodeWebp(
  width: number,
  height: number,
  frames: AsyncIterable<Frame>,
): AsyncGenerator<Uint8Array, Patch[]> {
  const canvas = Buffer.alloc(10);
  canvas[0] = 0x02; // it is animated
  canvas.writeUIntLE(width - 1, 4, 3);
  canvas.writeUIntLE(height - 1, 7, 3);
  const head = Buffer.concat([
    Buffer.from('RIFF\0\0\0\0WEBP', 'latin1'),
    chunkOf('VP8X', canvas),
    chunkOf('ANIM', Buffer.from([255, 255, 255, 255, 0, 0])),
  ]);
  yield head;
  let length = head.length;
  for await (const { picture, delayMs } of frames) {
    const still = await encodePicture(picture).webp({ lossless: true, effort: 2 }).toBuffer();
    const frame = Buffer.alloc(16);
    frame.writeUIntLE(width - 1, 6, 3);
    frame.writeUIntLE(height - 1, 9, 3);
    frame.writeUIntLE(delayMs, 12, 3);
    frame[15] = 0x02; // it replaces what was there
    const chunk = chunkOf('ANMF', Buffer.concat([frame, imageOf(still)]));
    length += chunk.length;
    yield chunk;
  }
  const size = Buffer.alloc(4);
  size.writeUInt32LE(length - 8);
  return [{ at: 4, bytes: size }];
}

/** The chunk with the pixels of a still picture. */
function imageOf(still: Buffer): Buffer {
  for (let at = 12; at < still.length; ) {
    const name = still.toString('latin1', at, at + 4);
    const end = at + 8 + even(still.readUInt32LE(at + 4));
    if (name === 'VP8 ' || name === 'VP8L') return still.subarray(at, end);
    at = end;
  }
  throw new Error('a WebP without pixels');
}

function chunkOf(name: string, data: Uint8Array): Buffer {
  const chunk = Buffer.alloc(8 + even(data.length));
  chunk.write(name, 0, 'latin1');
  chunk.writeUInt32LE(data.length, 4);
  chunk.set(data, 8);
  return chunk;
}

const even = (length: number) => length + (length % 2);
