import { inflateRawSync } from 'node:zlib';
import type { Picture } from '../picture.ts';
import { letters } from './letters.ts';

export const letterWidth = letters.width;
export const lineHeight = letters.height;

const alphabet = Array.from(letters.characters);
const places = new Map(alphabet.map((letter, place) => [letter, place]));
/** Stands for every letter that is not there. */
const unknown = places.get('□') ?? 0;
const pixelsALetter = letters.width * letters.height;
const unpack = (packed: string) => inflateRawSync(Buffer.from(packed, 'base64'));
const ink = { regular: unpack(letters.regular), bold: unpack(letters.bold) };

export interface TextLine {
  text: string;
  /** 0 is black. */
  grey: number;
  isBold?: boolean;
}

/** Draws one line with its upper left corner at `x`, `y`; what does not fit into the picture is left off. */
export function drawText(target: Picture, { text, grey, isBold = false }: TextLine, x: number, y: number): void {
  const pixels = isBold ? ink.bold : ink.regular;
  for (const [i, letter] of lettersOf(text).entries()) {
    const first = (places.get(letter) ?? unknown) * pixelsALetter;
    for (let at = 0; at < pixelsALetter; at++) {
      const amount = ((pixels[(first + at) >> 1] as number) >> (at % 2 ? 0 : 4)) & 15;
      if (amount === 0) continue;
      const column = x + i * letterWidth + (at % letterWidth);
      const row = y + Math.floor(at / letterWidth);
      if (column < 0 || row < 0 || column >= target.width || row >= target.height) continue;
      const to = (row * target.width + column) * 3;
      const paper = target.data[to] as number;
      target.data.fill(Math.round(paper + ((grey - paper) * amount) / 15), to, to + 3);
    }
  }
}

export const textWidth = (text: string): number => lettersOf(text).length * letterWidth;

/** Words in lines of so many letters; what needs more lines than there may be ends in an ellipsis. */
export function wrapText(text: string, lettersALine: number, linesAtMost: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && lettersOf(longer).length <= lettersALine) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const shown = lines.slice(0, linesAtMost);
  if (lines.length > linesAtMost) shown.push(`${shown.pop()}…`);
  return shown.map((line) => shorten(line, lettersALine));
}

/** A text of so many letters at most; the end of a longer one becomes an ellipsis. */
export function shorten(text: string, lettersAtMost: number): string {
  const found = lettersOf(text);
  if (found.length <= lettersAtMost) return text;
  return `${found
    .slice(0, lettersAtMost - 1)
    .join('')
    .replace(/…$/, '')}…`;
}

const lettersOf = (text: string) => Array.from(text.normalize('NFC'));
