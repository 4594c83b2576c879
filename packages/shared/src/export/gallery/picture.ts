/** Pixels in memory, [height, width, 3], 0 to 255. */
export interface Picture {
  width: number;
  height: number;
  data: Uint8Array;
}

export const createPicture = (width: number, height: number, grey = 255): Picture => ({
  width,
  height,
  data: new Uint8Array(width * height * 3).fill(grey),
});

export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function fillArea(target: Picture, { x, y, width, height }: Area, grey: number): void {
  for (let row = y; row < y + height; row++) {
    const start = (row * target.width + x) * 3;
    target.data.fill(grey, start, start + width * 3);
  }
}

/** A line of one pixel along the inner edge of an area. */
export function frameArea(target: Picture, { x, y, width, height }: Area, grey: number): void {
  fillArea(target, { x, y, width, height: 1 }, grey);
  fillArea(target, { x, y: y + height - 1, width, height: 1 }, grey);
  fillArea(target, { x, y, width: 1, height }, grey);
  fillArea(target, { x: x + width - 1, y, width: 1, height }, grey);
}

/** A part of a picture. */
export function cut(source: Picture, { x, y, width, height }: Area): Picture {
  const part = createPicture(width, height);
  for (let row = 0; row < height; row++) {
    const start = ((y + row) * source.width + x) * 3;
    part.data.set(source.data.subarray(start, start + width * 3), row * width * 3);
  }
  return part;
}

/** Lays a picture over another, each of its pixels as a square of `scale` pixels; what lies outside is left off. */
export function paste(target: Picture, source: Picture, left: number, top: number, scale = 1): void {
  const width = Math.min(source.width * scale, target.width - left);
  const line = new Uint8Array(Math.max(0, width) * 3);
  for (let y = 0; y < source.height; y++) {
    enlargeRow(source, y, scale, line);
    for (let row = top + y * scale; row < Math.min(top + (y + 1) * scale, target.height); row++) {
      target.data.set(line, (row * target.width + left) * 3);
    }
  }
}

function enlargeRow({ width, data }: Picture, y: number, scale: number, line: Uint8Array): void {
  const row = data.subarray(y * width * 3, (y + 1) * width * 3);
  if (scale === 1) {
    line.set(row.subarray(0, line.length));
    return;
  }
  for (let i = 0; i < line.length; i += 3) {
    const from = Math.floor(i / 3 / scale) * 3;
    line[i] = row[from] as number;
    line[i + 1] = row[from + 1] as number;
    line[i + 2] = row[from + 2] as number;
  }
}
