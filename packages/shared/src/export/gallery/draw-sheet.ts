import { pasteSamples } from './draw-frame.ts';
import { createPicture, fillArea, type Picture, paste } from './picture.ts';
import { drawLines, greys, margin } from './placed-text.ts';
import { gridAt } from './plan.ts';
import { cutTile, decodePng, type ReadPng } from './sample-reader.ts';
import type { SheetBand, SheetLayout } from './sheet-layout.ts';
import { drawText, lineHeight } from './text/text.ts';

export async function drawBand(
  layout: SheetLayout,
  { height, lines, body }: SheetBand,
  read: ReadPng,
): Promise<Picture> {
  const band = createPicture(layout.width, height, greys.paper);
  drawLines(band, lines);
  if (!body) return band;
  const { planned, steps, top, scale } = body;
  const left = margin + layout.gutter;
  for (const [i, step] of steps.entries()) {
    const x = left + i * layout.stride;
    const grid = gridAt(planned, step);
    if (!grid) {
      drawGap(band, x, top, layout.stride - layout.gap);
      continue;
    }
    const whole = await decodePng(read(grid));
    if (!planned.tiles) pasteSamples(band, whole, x, top, body);
    for (const [row, number] of (planned.tiles ?? []).entries()) {
      const tile = cutTile(whole, grid, number);
      const y = top + row * (tile.height * scale + layout.gap);
      if (i === 0) labelTile(band, number, y + (tile.height * scale - lineHeight) / 2);
      paste(band, tile, x, y, scale);
    }
  }
  return band;
}

const labelTile = (band: Picture, tile: number, y: number) =>
  drawText(band, { text: `tile ${tile}`, grey: greys.soft }, margin, Math.max(0, Math.round(y)));

/** Where a run has no grid of a step. */
function drawGap(band: Picture, x: number, y: number, width: number): void {
  fillArea(band, { x, y: y + 8, width: Math.min(width, 24), height: 2 }, greys.line);
}
