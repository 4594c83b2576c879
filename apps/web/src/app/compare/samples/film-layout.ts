/** CSS pixels between two columns, and before the first. */
export const filmGap = 6;

/** More columns than are seen, so that scrolling shows no holes. */
const overscan = 6;

interface Film {
  /** How many columns there are. */
  count: number;
  /** How wide a column is without its gap. */
  cell: number;
  /** What is seen of them: how far it is scrolled, and how wide it is. */
  left: number;
  width: number;
}

export const filmWidth = (count: number, cell: number) => count * (cell + filmGap) + filmGap;

/** Which columns are to be drawn: the first, and the one behind the last. */
export function columnsInView({ count, cell, left, width }: Film): readonly [first: number, end: number] {
  const pitch = cell + filmGap;
  const first = Math.max(0, Math.floor(left / pitch) - overscan);
  return [Math.min(first, count), Math.min(count, Math.ceil((left + width) / pitch) + overscan)];
}

/** How far to scroll so that column `at` is seen whole with some beside it; undefined where it is seen already. */
export function scrollTo(at: number, { count, cell, left, width }: Film): number | undefined {
  const pitch = cell + filmGap;
  const start = at * pitch;
  if (start >= left && start + cell + 2 * filmGap <= left + width) return undefined;
  return Math.min(Math.max(0, start + filmGap - (width - cell) / 2), Math.max(0, filmWidth(count, cell) - width));
}

/** How wide a picture is in the film: whole grids as large as they are read easily, tiles magnified. */
export function filmCell(box: { width: number; height: number }, isTile: boolean): number {
  if (!isTile) return Math.min(box.width, 160);
  return box.width * Math.max(1, Math.floor(72 / box.width));
}
