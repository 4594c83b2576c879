import { captionRuns, formatStep } from './caption.ts';
import { captionLines, headerLines, margin, type PlacedLine, placeLines } from './placed-text.ts';
import type { GalleryPlan, PlannedRun } from './plan.ts';
import { chooseScale, roomFor, sizeOf } from './sample-size.ts';
import { letterWidth, lineHeight, textWidth } from './text/text.ts';

/** A part of the sheet as wide as the sheet, drawn by itself. All places count from its upper left corner. */
export interface SheetBand {
  height: number;
  lines: PlacedLine[];
  /** What is below the lines; a band without is a heading. */
  body?: { planned: PlannedRun; steps: number[]; top: number; scale: number };
}

/** Runs under each other, steps from left to right; chosen tiles each in a row of their own, as in a paper's figure. */
export interface SheetLayout {
  width: number;
  height: number;
  bands: SheetBand[];
  /** From the left edge of one step's samples to that of the next. */
  stride: number;
  /** Left of the samples. */
  gutter: number;
  /** Between tiles, and between grids. */
  gap: number;
}

const widest = 3200;
const narrowest = 60 * letterWidth;

export function layOutSheet({ runs, steps, options }: GalleryPlan): SheetLayout {
  const captions = captionRuns(runs.map(({ run }) => run));
  const hasTiles = runs.some(({ tiles }) => tiles);
  const [gap, gutter] = hasTiles ? [6, 8 * letterWidth] : [14, 0];
  const sized = runs.map((planned) => ({ planned, ...sizeInSheet(planned, options.scale, gap) }));
  const headings = steps.map((step) => textWidth(formatStep(step)));
  const stride = Math.max(...sized.map(({ width }) => width), ...headings, textWidth('step 100')) + gap;
  const sections = splitEvenly(steps, Math.max(1, Math.floor((widest - 2 * margin - gutter) / stride)));
  const across = Math.max(...sections.map(({ length }) => length));
  const width = 2 * margin + Math.max(narrowest, gutter + across * stride - gap);
  const header = headerLines(runs, captions, width - 2 * margin);
  const bands: SheetBand[] = [
    {
      height: margin + (header.length > 0 ? header.length * lineHeight + 12 : 0),
      lines: placeLines(header, margin, margin),
    },
  ];
  for (const section of sections) {
    for (const { planned, scale, height } of sized) {
      const caption = captionLines(captions.of(planned.run), width - 2 * margin, runs.length === 1 ? 4 : 2);
      const headingsAt = caption.length * lineHeight + 6;
      const top = headingsAt + lineHeight + 4;
      const lines = [
        ...placeLines(caption, margin, 0),
        ...headingsOf(section, margin + gutter, stride, headingsAt, gutter > 0),
      ];
      bands.push({ height: top + height + 22, lines, body: { planned, steps: section, top, scale } });
    }
  }
  return { width, height: bands.reduce((sum, band) => sum + band.height, 0), bands, stride, gutter, gap };
}

/** A column of tiles, or one whole grid. */
function sizeInSheet(planned: PlannedRun, wantedScale: number, gap: number) {
  const { tiles, grids } = planned;
  const room = roomFor(planned);
  if (!tiles) {
    const scale = chooseScale(wantedScale, Math.max(room.width, room.height), 256);
    return { scale, width: room.width * scale, height: room.height * scale };
  }
  const sizes = grids.map((grid) => sizeOf(grid, tiles));
  const tileWidth = Math.max(...sizes.map((size) => size.tileWidth));
  const tileHeight = Math.max(...sizes.map((size) => size.tileHeight));
  const scale = chooseScale(wantedScale, Math.max(tileWidth, tileHeight), 96);
  return { scale, width: tileWidth * scale, height: tiles.length * (tileHeight * scale + gap) - gap };
}

function headingsOf(
  steps: readonly number[],
  left: number,
  stride: number,
  y: number,
  hasGutter: boolean,
): PlacedLine[] {
  const grey = 92;
  const numbers = steps.map((step, i) => {
    const text = i === 0 && !hasGutter ? `step ${formatStep(step)}` : formatStep(step);
    return { text, grey, x: left + i * stride, y };
  });
  return hasGutter ? [{ text: 'step', grey, x: margin, y }, ...numbers] : numbers;
}

/** In rows of at most so many, all about as long. */
function splitEvenly(steps: readonly number[], atMost: number): number[][] {
  const rows = Math.ceil(steps.length / atMost);
  const length = Math.ceil(steps.length / rows);
  return Array.from({ length: rows }, (_, i) => steps.slice(i * length, (i + 1) * length)).filter(
    (row) => row.length > 0,
  );
}
