import type { SampleGrid } from '../../domain/sample-grid.ts';
import type { PlannedRun } from './plan.ts';

/** A picture of tiles in rows; sizes in pixels of the samples themselves. */
export interface TileSize {
  columns: number;
  rows: number;
  tileWidth: number;
  tileHeight: number;
}

/** More chosen tiles than this are laid out as wide as the grid they come from. */
const tilesInARow = 10;

/** What is shown of one grid. */
export function sizeOf({ columns, rows, width, height }: SampleGrid, tiles: readonly number[] | undefined): TileSize {
  const tile = { tileWidth: Math.floor(width / columns), tileHeight: Math.floor(height / rows) };
  if (!tiles) return { columns, rows, ...tile };
  const across = tiles.length <= tilesInARow ? tiles.length : Math.min(columns, tiles.length);
  return { columns: across, rows: Math.ceil(tiles.length / across), ...tile };
}

/** Room for any grid of a run, in pixels of the samples. */
export function roomFor({ grids, tiles }: PlannedRun): { width: number; height: number } {
  const sizes = grids.map((grid) => sizeOf(grid, tiles));
  return {
    width: Math.max(...sizes.map(({ columns, tileWidth }) => columns * tileWidth)),
    height: Math.max(...sizes.map(({ rows, tileHeight }) => rows * tileHeight)),
  };
}

/** The largest whole scale of four at most that keeps `side` pixels within `room`, so that small samples are not specks. */
export const chooseScale = (wanted: number, side: number, room: number): number =>
  wanted > 0 ? wanted : Math.min(4, Math.max(1, Math.floor(room / side)));
