import { captionStep } from './caption.ts';
import type { FrameCell, FrameLayout } from './frame-layout.ts';
import { createPicture, fillArea, frameArea, type Picture, paste } from './picture.ts';
import { drawLines, greys } from './placed-text.ts';
import { gridUntil } from './plan.ts';
import { type ReadPng, readSamples } from './sample-reader.ts';
import { drawText } from './text/text.ts';

/** Draws frames one after the other; samples that stay as they were are not read again. */
export function createFrameDrawing(layout: FrameLayout, read: ReadPng) {
  const shown = new Map<FrameCell, { id: number; picture: Picture }>();

  const samplesOf = async (cell: FrameCell, step: number) => {
    const grid = gridUntil(cell.planned, step);
    if (!grid) return undefined;
    const before = shown.get(cell);
    const picture = before?.id === grid.id ? before.picture : await readSamples(read, grid, cell.planned.tiles);
    shown.set(cell, { id: grid.id, picture });
    return { step: grid.step, picture };
  };

  /** What all runs have to show at `step`; `share` of the animation has been shown then. */
  return async (step: number, share: number): Promise<Picture> => {
    const frame = createPicture(layout.width, layout.height, greys.paper);
    drawLines(frame, layout.lines);
    for (const cell of layout.cells) {
      const samples = await samplesOf(cell, step);
      drawLines(frame, cell.lines);
      if (samples) pasteSamples(frame, samples.picture, cell.x, cell.samplesAt, cell);
      const text = captionStep(samples?.step, cell.planned.run);
      drawText(frame, { text, grey: greys.ink, isBold: true }, cell.x, cell.stepAt);
    }
    fillArea(frame, layout.bar, greys.line);
    fillArea(frame, { ...layout.bar, width: Math.round(layout.bar.width * share) }, greys.soft);
    return frame;
  };
}

/** Plots are white as the paper is, so a line shows where they end. */
export function pasteSamples(
  target: Picture,
  samples: Picture,
  x: number,
  y: number,
  { planned, scale }: Pick<FrameCell, 'planned' | 'scale'>,
): void {
  paste(target, samples, x, y, scale);
  const area = { x, y, width: samples.width * scale, height: samples.height * scale };
  if (planned.isPlot) frameArea(target, area, greys.line);
}
