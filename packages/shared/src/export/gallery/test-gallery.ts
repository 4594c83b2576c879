import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { onTestFinished } from 'vitest';
import { GalleryRequest } from '../../domain/gallery.ts';
import { configure, getPreset } from '../../domain/preset.ts';
import type { Store } from '../../store/index.ts';
import { planFromStore, writeGallery } from './write-gallery.ts';

interface TestRun {
  preset?: string;
  name?: string;
  config?: Record<string, unknown>;
  steps: readonly number[];
  /** Tiles across and down, and the side of one in pixels. */
  columns?: number;
  rows?: number;
  side?: number;
  channels?: 1 | 3;
}

/** A run with grids whose pixels follow from run, step and place, so that no two are alike. */
export async function addRun(store: Store, given: TestRun): Promise<number> {
  const {
    preset = 'wgan-gp-mnist',
    name = 'a run',
    config = {},
    steps,
    columns = 3,
    rows = 2,
    side = 4,
    channels = 1,
  } = given;
  const { id } = store.run.queue({ preset, name, engine: 'auto', config: configure(getPreset(preset), config) });
  const [width, height] = [columns * side, rows * side];
  for (const step of steps) {
    const data = Uint8Array.from({ length: width * height * channels }, (_, i) => (i * 31 + step * 7 + id * 101) % 256);
    const png = await sharp(data, { raw: { width, height, channels } }).png().toBuffer();
    store.sampleGrid.add({ runId: id, step, columns, rows, width, height, png });
  }
  return id;
}

export const plan = (store: Store, wish: Partial<Parameters<typeof GalleryRequest.parse>[0] & object>) =>
  planFromStore(store, GalleryRequest.parse({ format: 'zip', ...wish }));

/** Makes a gallery of the store; answers the file and its bytes. */
export async function make(store: Store, wish: object): Promise<{ file: string; bytes: Buffer }> {
  const folder = makeFolder();
  const file = join(folder, 'gallery');
  await writeGallery(store, plan(store, wish), file);
  return { file, bytes: readFileSync(file) };
}

export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'duality-gallery-'));
  onTestFinished(() => {
    if (existsSync(folder)) rmSync(folder, { recursive: true });
  });
  return folder;
}

export const filesIn = (folder: string) => readdirSync(folder);

/** RGB pixels by sharp, which the drawing is not made with. */
export async function pixelsOf(picture: Uint8Array, page = 0) {
  const { data, info } = await sharp(picture, { page })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

type Pixels = Awaited<ReturnType<typeof pixelsOf>>;

/** A part of a picture, every `scale`-th pixel of it. */
export function partOf(
  { data, width }: Pixels,
  left: number,
  top: number,
  size: { width: number; height: number },
  scale = 1,
): number[] {
  const part: number[] = [];
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++) {
      const at = ((top + y * scale) * width + left + x * scale) * 3;
      part.push(...data.subarray(at, at + 3));
    }
  }
  return part;
}
