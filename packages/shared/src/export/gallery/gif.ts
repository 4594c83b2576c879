import type { Picture } from './picture.ts';
import { encodePicture } from './sample-reader.ts';

export interface Frame {
  picture: Picture;
  delayMs: number;
}

/**
 * An animated GIF that plays for ever. Each frame is encoded by itself with its own palette, exact where it has no more
 * than 256 colours, so that one frame at a time is in memory (GIF89a, CompuServe 1990).
 */
export async function* encodeGif(
  width: number,
  height: number,
  frames: AsyncIterable<Frame>,
): AsyncGenerator<Uint8Array> {
  const screen = Buffer.alloc(7);
  screen.writeUInt16LE(width, 0);
  screen.writeUInt16LE(height, 2);
  yield Buffer.concat([Buffer.from('GIF89a'), screen]);
  yield Buffer.from('\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00', 'latin1');
  for await (const { picture, delayMs } of frames) {
    const still = await encodePicture(picture).gif({ effort: 7, dither: 0, colours: 256 }).toBuffer();
    const control = Buffer.from([0x21, 0xf9, 4, 4, 0, 0, 0, 0]); // left as it is until the next frame
    control.writeUInt16LE(Math.round(delayMs / 10), 4);
    yield control;
    yield imageOf(still);
  }
  yield Buffer.from([0x3b]);
}

/** The one image of a GIF, with its palette beside it. */
function imageOf(gif: Buffer): Buffer {
  const screenFlags = gif[10] as number;
  const globalPalette = gif.subarray(13, 13 + paletteBytes(screenFlags));
  let at = 13 + globalPalette.length;
  while (gif[at] === 0x21) at = endOfBlocks(gif, at + 2);
  const flags = gif[at + 9] as number;
  const descriptor = Buffer.from(gif.subarray(at, at + 10));
  at += 10;
  const ownPalette = gif.subarray(at, at + paletteBytes(flags));
  at += ownPalette.length;
  const palette = ownPalette.length > 0 ? ownPalette : globalPalette;
  descriptor[9] = (flags & 0x40) | 0x80 | (Math.log2(palette.length / 3) - 1);
  return Buffer.concat([descriptor, palette, gif.subarray(at, endOfBlocks(gif, at + 1))]);
}

const paletteBytes = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** After a list of blocks that each begin with their length and end with one of length 0. */
function endOfBlocks(gif: Buffer, from: number): number {
  let at = from;
  while (gif[at] !== 0) at += (gif[at] as number) + 1;
  return at + 1;
}
