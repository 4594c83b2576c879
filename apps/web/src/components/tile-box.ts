import type { SampleGrid } from '@duality/shared';

type Shape = Pick<SampleGrid, 'columns' | 'rows' | 'width' | 'height'>;

/** A part of a picture, in its pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const tileCount = ({ columns, rows }: Pick<Shape, 'columns' | 'rows'>) => columns * rows;

/** Where tile `tile` lies, counted from 0 row by row; the whole picture without one; undefined where there is none. */
export function boxOf(grid: Shape, tile?: number): Box | undefined {
  const { columns, width, height, rows } = grid;
  if (tile === undefined) return { x: 0, y: 0, width, height };
  if (tile >= tileCount(grid)) return undefined;
  const size = { width: width / columns, height: height / rows };
  return { x: (tile % columns) * size.width, y: Math.floor(tile / columns) * size.height, ...size };
}

/** The tile under a point, given as shares of width and height. */
export function tileUnder({ columns, rows }: Pick<Shape, 'columns' | 'rows'>, x: number, y: number): number {
  const within = (share: number, count: number) => Math.min(Math.max(Math.floor(share * count), 0), count - 1);
  return within(y, rows) * columns + within(x, columns);
}

const moves: Record<string, readonly [dx: number, dy: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The tile that an arrow key leads to; the edges hold. Undefined for every other key. */
export function tileBeside(
  { columns, rows }: Pick<Shape, 'columns' | 'rows'>,
  tile: number,
  key: string,
): number | undefined {
  const move = moves[key];
  if (!move) return undefined;
  const [x, y] = [(tile % columns) + move[0], Math.floor(tile / columns) + move[1]];
  return x < 0 || y < 0 || x >= columns || y >= rows ? tile : y * columns + x;
}
