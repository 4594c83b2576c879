import { statSync } from 'node:fs';
import { ExplainedError } from '@duality/shared';
import type { Sharp, SharpOptions } from 'sharp';

/** As the image is shown, after its orientation tag. */
export interface ImageHeader {
  height: number;
  width: number;
  isGrey: boolean;
}

/** Of these formats; drawings, documents and what else libvips can load never reach a decoder. */
const loaders = ['Png', 'Jpeg', 'Webp', 'Nsgif', 'Heif'].map((name) => `VipsForeignLoad${name}`);
/** A bigger image than 2^27 pixels is a mistake or an attack: a few bytes can ask for gigabytes. */
const options: SharpOptions = { limitInputPixels: 2 ** 27, failOn: 'error' };
/** No image within these limits takes a busy machine nearly as long. */
const longestSeconds = 120;
const mostBytes = 2 ** 28;

/** Reads no more of the file than its header. Throws an ExplainedError that names it. */
export async function readHeader(file: string): Promise<ImageHeader> {
  const { size } = statSync(file);
  if (size === 0) throw unreadable(file, 'it has no bytes');
  if (size > mostBytes) throw unreadable(file, `it has ${size} bytes, more than ${mostBytes}`);
  const { space, autoOrient } = await explained(file, async () => (await open(file)).metadata());
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
      .timeout({ seconds: longestSeconds })
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true }),
  );
  if (info.channels === 3) return data;
  return Uint8Array.from({ length: data.length * 3 }, (_, i) => data[Math.floor(i / 3)] as number);
}

const open = async (file: string): Promise<Sharp> => (await getSharp())(file, options);

let loaded: ReturnType<typeof loadSharp> | undefined;

/** Loaded when the first image is: other data sets need no libvips beside TensorFlow. */
function getSharp() {
  loaded ??= loadSharp();
  return loaded;
}

/** Once, since what is blocked and let through again fails in between. */
async function loadSharp() {
  const { default: sharp } = await import('sharp');
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: loaders });
  sharp.concurrency(1); // several files at once instead of several threads a file
  sharp.cache(false);
  return sharp;
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
