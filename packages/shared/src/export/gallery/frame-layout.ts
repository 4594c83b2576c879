import { captionRuns } from './caption.ts';
import type { Area } from './picture.ts';
import { captionLines, headerLines, margin, type PlacedLine, placeLines } from './placed-text.ts';
import type { GalleryPlan, PlannedRun } from './plan.ts';
import { chooseScale, roomFor } from './sample-size.ts';
import { letterWidth, lineHeight, type TextLine } from './text/text.ts';

export interface FrameCell {
  planned: PlannedRun;
  lines: PlacedLine[];
  x: number;
  /** Where the samples begin, how they are enlarged, and where the step is written. */
  samplesAt: number;
  scale: number;
  stepAt: number;
}

/** One frame of an animation, in pixels: all runs side by side, the same places in every frame. */
export interface FrameLayout {
  width: number;
  height: number;
  lines: PlacedLine[];
  cells: FrameCell[];
  /** Fills from left to right while the animation plays. */
  bar: Area;
}

const gap = 20;
const narrowest = 30 * letterWidth;
const barHeight = 4;

/** As wide as samples are drawn when nobody says how large: the more runs, the smaller. */
const roomOf = (runs: number) => (runs === 1 ? 448 : runs <= 4 ? 336 : 256);

export function layOutFrame({ runs, options }: GalleryPlan): FrameLayout {
  const captions = captionRuns(runs.map(({ run }) => run));
  const sized = runs.map((planned) => {
    const { width, height } = roomFor(planned);
    const scale = chooseScale(options.scale, Math.max(width, height), roomOf(runs.length));
    return { planned, scale, width: width * scale, height: height * scale };
  });
  const cellWidth = Math.max(narrowest, ...sized.map(({ width }) => width));
  const texts = runs.map(({ run }) => captionLines(captions.of(run), cellWidth, runs.length === 1 ? 8 : 4));
  const cellHeights = sized.map(({ height }, i) => heightOf(texts[i] ?? []) + height + lineHeight + 8);
  const across = countAcross(runs.length, cellWidth, Math.max(...cellHeights));
  const width = 2 * margin + across * (cellWidth + gap) - gap;
  const header = headerLines(runs, captions, width - 2 * margin);
  const top = margin + (header.length > 0 ? header.length * lineHeight + 12 : 0);
  const cells: FrameCell[] = [];
  let y = top;
  for (let first = 0; first < runs.length; first += across) {
    const row = { first, end: Math.min(first + across, runs.length) };
    const textHeight = Math.max(...texts.slice(row.first, row.end).map(heightOf));
    for (let i = row.first; i < row.end; i++) {
      const { planned, scale, height } = sized[i] as (typeof sized)[number];
      const x = margin + (i - first) * (cellWidth + gap);
      const samplesAt = y + textHeight + 4;
      const lines = placeLines(texts[i] ?? [], x, y);
      cells.push({ planned, lines, x, samplesAt, scale, stepAt: samplesAt + height + 4 });
    }
    y = Math.max(...cells.slice(row.first).map(({ stepAt }) => stepAt)) + lineHeight + gap;
  }
  const bottom = y - gap + 8;
  const bar = { x: margin, y: bottom, width: width - 2 * margin, height: barHeight };
  return { width, height: bottom + barHeight + margin, lines: placeLines(header, margin, margin), cells, bar };
}

const heightOf = (lines: readonly TextLine[]) => lines.length * lineHeight;

/** Up to four in a row; more so that the whole is about as wide as a page is. */
function countAcross(count: number, width: number, height: number): number {
  if (count <= 4) return count;
  return Math.min(count, Math.max(1, Math.round(Math.sqrt((count * 1.4 * height) / width))));
}
