import sharp from 'sharp';
import type { SampleGrid } from '../../domain/sample-grid.ts';
import { createPicture, cut, type Picture, paste } from './picture.ts';
import { sizeOf } from './sample-size.ts';

/** The stored PNG of a grid. */
export type ReadPng = (grid: SampleGrid) => Uint8Array;

/** Of a stored grid; a store that somebody sent may hold anything. */
const mostPixels = 2 ** 26;

export async function decodePng(png: Uint8Array): Promise<Picture> {
  const image = sharp(png, { limitInputPixels: mostPixels }).toColourspace('srgb').removeAlpha().raw();
  const { data, info } = await image.toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

export const encodePicture = ({ width, height, data }: Picture) => sharp(data, { raw: { width, height, channels: 3 } });

export function cutTile(picture: Picture, grid: SampleGrid, tile: number): Picture {
  const { tileWidth: width, tileHeight: height } = sizeOf(grid, undefined);
  const [column, row] = [tile % grid.columns, Math.floor(tile / grid.columns)];
  return cut(picture, { x: column * width, y: row * height, width, height });
}

/** What is shown of a grid: all of it, or the chosen tiles next to each other. */
export async function readSamples(read: ReadPng, grid: SampleGrid, tiles: readonly number[] | undefined) {
  const whole = await decodePng(read(grid));
  if (!tiles) return whole;
  const { columns, rows, tileWidth, tileHeight } = sizeOf(grid, tiles);
  const picture = createPicture(columns * tileWidth, rows * tileHeight);
  for (const [i, tile] of tiles.entries()) {
    paste(picture, cutTile(whole, grid, tile), (i % columns) * tileWidth, Math.floor(i / columns) * tileHeight);
  }
  return picture;
}
