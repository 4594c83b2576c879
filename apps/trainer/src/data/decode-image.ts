import { statSync } from 'node:fs';
import { ExplainedError } from '@duality/shared';
import type { Sharp, SharpOptions } from 'sharp';

/** As the image is shown, after its orientation tag. */
export interface ImageHeader {
  height: number;
  width: number;
  isGrey: boolean;
}

const formats = ['png', 'jpeg', 'webp', 'gif', 'heif'];
/** A bigger image than 2^27 pixels is a mistake or an attack: a few bytes can ask for gigabytes. */
const options: SharpOptions = { limitInputPixels: 2 ** 27, failOn: 'error' };

/** Reads no more of the file than its header. Throws an ExplainedError that names it. */
export async function readHeader(file: string): Promise<ImageHeader> {
  if (statSync(file).size === 0) throw unreadable(file, 'it has no bytes');
  const { format, space, autoOrient } = await explained(file, async () => (await open(file)).metadata());
  if (!formats.includes(format)) throw unreadable(file, `it is ${format} inside`);
  return { height: autoOrient.height, width: autoOrient.width, isGrey: space === 'b-w' || space === 'grey16' };
}

/**
 * The first frame as [height, width, 3] pixels 0 … 255, upright and over white where it is transparent. Another size
 * is the middle of the image, as sharp's antialiased bilinear filter shrinks or grows it.
 */
export async function decodeImage(file: string, height: number, width: number): Promise<Uint8Array> {
  const { data, info } = await explained(file, async () =>
    (await open(file))
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .resize(width, height, { fit: 'cover', kernel: 'linear' })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true }),
  );
  if (info.channels === 3) return data;
  return Uint8Array.from({ length: data.length * 3 }, (_, i) => data[Math.floor(i / 3)] as number);
}

async function open(file: string): Promise<Sharp> {
  // Loaded when the first image is: other data sets need no libvips beside TensorFlow.
  const { default: sharp } = await import('sharp');
  sharp.concurrency(1); // several files at once instead of several threads a file
  sharp.cache(false);
  return sharp(file, options);
}

async function explained<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const [first = ''] = (error as Error).message.split('\n');
    const reason = first.replaceAll(`${file}: `, '').replace(/:$/, '');
    throw unreadable(file, reason === 'Unknown error' ? 'its pixels are damaged' : reason);
  }
}

const unreadable = (file: string, what: string) =>
  new ExplainedError(`cannot read the image ${file}: ${what}; replace or remove it`);
