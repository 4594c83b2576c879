import { symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { findImages } from './find-images.ts';
import { loadImageFolder } from './image-folder.ts';
import { makeFolder } from './test-folder.ts';

const asTheyAre = { imageSize: 0, imageChannels: 0 } as const;

type Format = 'png' | 'jpeg' | 'webp' | 'gif' | 'avif';
const image = (width: number, height: number, background: string, format: Format = 'png') =>
  sharp({ create: { width, height, channels: 3, background } })
    .toFormat(format)
    .toBuffer();
const grey = (width: number, height: number, value: number) =>
  sharp(Buffer.alloc(width * height, value), { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .png()
    .toBuffer();

/** Ten images of 6 × 4, a0.png … a9.png, number i of grey i. */
async function makeTen() {
  const made = makeFolder();
  for (let i = 0; i < 10; i++) made.write(`a${i}.png`, await grey(6, 4, i));
  return made;
}

test('small grey images of one size stay as they are, in the order of their names, every tenth held out', async () => {
  const { folder, write } = await makeTen();
  write('.hidden.png', [1]);
  write('.cache/x.png', [1]);
  write('readme.txt', [1]);
  const { source, train, test: heldOut, classes } = await loadImageFolder({ ...asTheyAre, folder });
  expect(source).toBe(`the images of ${folder} as 4 × 6 × 1, every tenth held out`);
  expect([train.count, train.shape, heldOut.count, classes]).toEqual([9, [4, 6, 1], 1, undefined]);
  expect(Array.from({ length: 9 }, (_, i) => train.values[i * 24])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(heldOut.values[0]).toBe(9);
});

test('every format is read, and images of several sizes become 32 × 32 in colour', async () => {
  const { folder, write } = await makeTen();
  for (const format of ['png', 'jpeg', 'webp', 'gif', 'avif'] as const) {
    write(`red.${format}`, await image(50, 40, '#ff0000', format));
  }
  const { train } = await loadImageFolder({ ...asTheyAre, folder });
  expect(train.shape).toEqual([32, 32, 3]);
  for (const reds of [9, 10, 11, 12, 13]) {
    const [red = 0, green = 255, blue = 255] = train.values.subarray((reds * 32 + 16) * 32 * 3);
    expect([red > 245, green < 10, blue < 10]).toEqual([true, true, true]);
  }
});

test('the size and the colours that are asked for are given, from the middle of the image', async () => {
  const { folder, write } = await makeTen();
  const wide = { create: { width: 100, height: 20, channels: 3, background: '#000000' } } as const;
  const middle = { input: await image(20, 20, '#ffffff'), left: 40, top: 0 };
  write('a0.png', await sharp(wide).composite([middle]).png().toBuffer());
  const { train } = await loadImageFolder({ imageSize: 10, imageChannels: 1, folder });
  expect([train.shape, [...train.values.subarray(33, 37)]]).toEqual([
    [10, 10, 1],
    [255, 255, 255, 255],
  ]);
});

test('what is transparent is white, 16 bits become 8, and the orientation tag is obeyed', async () => {
  const { folder, write } = await makeTen();
  const clear = { create: { width: 6, height: 4, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0 } } } as const;
  write('a0.png', await sharp(clear).png().toBuffer());
  const deep = { raw: { width: 6, height: 4, channels: 1 } } as const;
  write(
    'a1.png',
    await sharp(new Uint16Array(24).fill(200 * 257), deep)
      .toColourspace('grey16')
      .png()
      .toBuffer(),
  );
  write(
    'a2.png',
    await sharp(await grey(4, 6, 77))
      .withMetadata({ orientation: 6 })
      .png()
      .toBuffer(),
  );
  const { train } = await loadImageFolder({ ...asTheyAre, folder });
  expect([train.shape, train.values[0], train.values[72], train.values[144]]).toEqual([[4, 6, 3], 255, 200, 77]);
});

test('sub-folders are classes when all images lie in two or more', async () => {
  const { folder, write } = makeFolder();
  for (let i = 0; i < 10; i++) write(`${i < 4 ? 'cat' : 'dog/more'}/${i}.png`, await grey(2, 2, i));
  const { train, test: heldOut, classes } = await loadImageFolder({ ...asTheyAre, folder });
  expect([[...(train.labels ?? [])], [...(heldOut.labels ?? [])], classes]).toEqual([
    [0, 0, 0, 0, 1, 1, 1, 1, 1],
    [1],
    2,
  ]);
  write('stray.png', await grey(2, 2, 1));
  expect(await loadImageFolder({ ...asTheyAre, folder })).not.toHaveProperty('classes');
});

test('links are followed, but not in circles', async () => {
  const { folder } = await makeTen();
  symlinkSync(folder, join(folder, 'round'));
  symlinkSync(join(folder, 'a0.png'), join(folder, 'b.png'));
  expect(findImages(folder)).toHaveLength(11);
  symlinkSync(join(folder, 'itself.png'), join(folder, 'itself.png'));
  expect(() => findImages(folder)).toThrow(/itself\.png is a link to nothing; remove it/);
});

test.each<[string, string, () => Promise<Uint8Array> | Uint8Array, RegExp]>([
  ['no image at all', 'a3.png', () => Buffer.from('these are surely no pixels'), /unsupported image format/],
  ['a file of no bytes', 'a3.png', () => new Uint8Array(), /it has no bytes/],
  ['a truncated png', 'a3.png', async () => (await image(50, 40, '#123456')).subarray(0, 60), /./],
  ['a truncated jpeg', 'a3.jpg', async () => (await image(500, 400, '#123456', 'jpeg')).subarray(0, -900), /./],
  [
    'a drawing by another name',
    'a3.png',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    /unsupported image format/,
  ],
  ['a small file of huge size', 'a3.png', async () => resized(await image(5, 4, '#123456'), 2_000_000), /pixel/i],
  ['2.5 billion pixels', 'a3.png', async () => resized(await image(5, 4, '#123456'), 50_000), /exceeds pixel limit/],
])('%s is one error that names the file', async (_name, name, bytes, says) => {
  const { folder, write } = await makeTen();
  const file = write(name, await bytes());
  const error: Error = await loadImageFolder({ ...asTheyAre, folder }).then(
    () => expect.fail(),
    (reason) => reason,
  );
  expect(error.message.startsWith(`cannot read the image ${file}: `)).toBe(true);
  expect(error.message).toMatch(/; replace or remove it$/);
  expect(error.message).toMatch(says);
  expect(error.message.split('\n')).toHaveLength(1);
});

test('a png that is cut off anywhere is one error that names the file, or is whole', async () => {
  const { folder, write } = await makeTen();
  const bytes = await image(9, 7, '#123456');
  for (let length = 0; length < bytes.length; length++) {
    const file = write('a3.png', bytes.subarray(0, length));
    const message = await loadImageFolder({ ...asTheyAre, folder }).then(
      () => 'whole',
      (error) => error.message,
    );
    // Nothing but the end mark may be missing.
    if (length < bytes.length - 12) expect(message).toContain(`cannot read the image ${file}: `);
  }
});

test('a file longer than any image is refused unread', async () => {
  const { folder, write } = await makeTen();
  const file = write('a3.png', []);
  truncateSync(file, 2 ** 33);
  await expect(loadImageFolder({ ...asTheyAre, folder })).rejects.toThrow(
    `cannot read the image ${file}: it has 8589934592 bytes, more than 268435456; replace or remove it`,
  );
});

test('an empty folder, a missing one, too few and too many images are errors', async () => {
  const { folder, write } = makeFolder();
  const load = (where?: string) => loadImageFolder({ ...asTheyAre, folder: where });
  await expect(load(folder)).rejects.toThrow(`${folder} holds no images (png, jpg, jpeg, webp, gif or avif); name`);
  await expect(load(join(folder, 'nowhere'))).rejects.toThrow(/nowhere does not exist/);
  await expect(load()).rejects.toThrow(/^image-folder comes with no files/);
  write('one.png', await grey(2, 2, 1));
  await expect(load(folder)).rejects.toThrow(`${folder} holds 1 images; at least 10 are needed`);
  write('two.png', await grey(2, 2, 1));
  expect(() => findImages(folder, 1)).toThrow(`${folder} holds more than 1 images; name a smaller folder`);
});

test('more than fits in memory is refused before anything is decoded', async () => {
  const { folder } = await makeTen();
  await expect(loadImageFolder({ imageSize: 12_000, imageChannels: 3, folder })).rejects.toThrow(
    `the 10 images of ${folder} need 4320000000 bytes as 12000 × 12000 × 3, more than 4294967296; lower imageSize`,
  );
});

/** A PNG whose header claims `side` × `side` pixels, its checksum put right. */
function resized(png: Buffer, side: number): Buffer {
  png.writeUInt32BE(side, 16);
  png.writeUInt32BE(side, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}
