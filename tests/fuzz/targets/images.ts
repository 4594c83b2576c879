import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { decodeImage, readHeader } from '../../../apps/trainer/src/data/decode-image.ts';
import { mutateBytes } from '../generate/mutate-bytes.ts';
import { demand, type Target } from '../target.ts';
import { judgeReader, startedBytes } from './data-files.ts';

const formats = ['png', 'jpeg', 'webp', 'gif', 'avif'] as const;

/** A picture of noise, so that every byte of its file says something. */
function draw(format: (typeof formats)[number]): Promise<Buffer> {
  const [width, height, channels] = [19, 13, 3] as const;
  const data = Uint8Array.from({ length: width * height * channels }, (_, i) => (i * i * 7919) % 256);
  return sharp(data, { raw: { width, height, channels } }).toFormat(format).toBuffer();
}

export const images: Target = {
  name: 'images',
  about: 'PNG, JPEG, WebP, GIF and AVIF with bytes changed',
  share: 5,
  open: async (folder) => {
    const drawn = await Promise.all(formats.map(draw));
    const file = join(folder, 'image.png');
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="/etc/passwd"/></svg>';
    return {
      inputs: fc.oneof(
        { weight: 8, arbitrary: mutateBytes([...drawn, Buffer.from(drawing)]) },
        { weight: 1, arbitrary: startedBytes(drawn.map((bytes) => bytes.subarray(0, 40))) },
      ),
      attempt: (bytes: Buffer) => {
        writeFileSync(file, bytes);
        return judgeReader(file, async () => {
          await readHeader(file);
          const pixels = await decodeImage(file, 8, 8);
          demand(pixels.length === 8 * 8 * 3, `${pixels.length} bytes for 8 × 8 pixels`);
        });
      },
    };
  },
};
