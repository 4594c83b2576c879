interface Size {
  width: number;
  height: number;
}

interface WallSpace extends Size {
  /** Between two pictures, and what stands above and below each. */
  gap: number;
  captions: number;
  /** No column is narrower, as captions would be torn into syllables. */
  leastCell: number;
}

/**
 * In how many columns `count` pictures of at most `size` stand, and how wide a column is: the largest whole-numbered
 * magnification at which all of them fit into the space, and at least as they are. All in CSS pixels.
 */
export function layOutWall(count: number, size: Size, { width, height, gap, captions, leastCell }: WallSpace) {
  const columnsFor = (cell: number) => Math.max(1, Math.min(count, Math.floor((width + gap) / (cell + gap))));
  let columns = columnsFor(Math.max(size.width, leastCell));
  for (let scale = 2; scale * size.width <= width; scale++) {
    const fitting = columnsFor(Math.max(scale * size.width, leastCell));
    const rows = Math.ceil(count / fitting);
    if (rows * (scale * size.height + captions + gap) - gap > height) break;
    columns = fitting;
  }
  // No column is left empty in the last of the rows where fewer would do.
  columns = Math.ceil(count / Math.ceil(count / columns));
  return { columns, cell: Math.floor((width - (columns - 1) * gap) / columns) };
}

/**
 * How wide a picture is drawn, in CSS pixels: a whole multiple of its own, counted in the screen's pixels, as otherwise
 * some would be wider than others; smaller where not even one fits.
 */
export function crispWidth({ width, height }: Size, room: Size, pixelRatio: number): number {
  const scale = Math.floor(Math.min((room.width * pixelRatio) / width, (room.height * pixelRatio) / height));
  return scale >= 1 ? (width * scale) / pixelRatio : Math.min(room.width, width);
}
