import { encode } from 'fast-png';

export interface GridImage {
  columns: number;
  rows: number;
  width: number;
  height: number;
  png: Uint8Array;
}

/**
 * Tiles [count, height, width, channels] into one PNG without gaps, row by row, `columns` in a row. The
 * value range is fixed, [-1, 1] to 0 … 255, so that brightness compares across steps and runs.
 */
export function drawSampleGrid(
  values: Float32Array,
  [count = 0, height = 0, width = 0, channels = 0]: readonly number[],
  columns: number,
): GridImage {
  const rows = Math.ceil(count / columns);
  const line = columns * width * channels;
  const pixels = new Uint8Array(rows * height * line);
  for (let image = 0; image < count; image++) {
    const corner = Math.floor(image / columns) * height * line + (image % columns) * width * channels;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width * channels; x++) {
        const value = values[(image * height + y) * width * channels + x] as number;
        pixels[corner + y * line + x] = Math.round(Math.min(1, Math.max(-1, value)) * 127.5 + 127.5);
      }
    }
  }
  const size = { width: columns * width, height: rows * height };
  return { columns, rows, ...size, png: encode({ ...size, data: pixels, channels: channels as 1 | 3, depth: 8 }) };
}
