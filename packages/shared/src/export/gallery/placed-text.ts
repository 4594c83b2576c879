import type { Captions } from './caption.ts';
import type { Picture } from './picture.ts';
import type { PlannedRun } from './plan.ts';
import { drawText, letterWidth, lineHeight, type TextLine, wrapText } from './text/text.ts';

export interface PlacedLine extends TextLine {
  x: number;
  y: number;
}

/** Greys of what is drawn around samples. Nothing has a hue, so that a picture of grey samples needs 256 shades and no more. */
export const greys = { paper: 255, ink: 20, soft: 92, line: 214 };

export const margin = 16;

/** Lines under each other from `x`, `y` on. */
export const placeLines = (lines: readonly TextLine[], x: number, y: number): PlacedLine[] =>
  lines.map((line, i) => ({ ...line, x, y: y + i * lineHeight }));

export const drawLines = (target: Picture, lines: readonly PlacedLine[]): void => {
  for (const line of lines) drawText(target, line, line.x, line.y);
};

/** A name and parameters as lines of at most `width` pixels. */
export function captionLines(
  { name, parameters }: ReturnType<Captions['of']>,
  width: number,
  parameterLines: number,
): TextLine[] {
  const letters = Math.floor(width / letterWidth);
  return [
    ...wrapText(name, letters, 2).map((text) => ({ text, grey: greys.ink, isBold: true })),
    ...wrapText(parameters.join(' '), letters, parameterLines).map((text) => ({ text, grey: greys.soft })),
  ];
}

/** What stands above several runs: how many, and what they have in common. */
export const headerLines = (runs: readonly PlannedRun[], { shared }: Captions, width: number): TextLine[] =>
  runs.length > 1 ? captionLines({ name: `Samples of ${runs.length} runs`, parameters: shared }, width, 3) : [];
