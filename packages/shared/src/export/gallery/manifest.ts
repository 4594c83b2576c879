import { createHash } from 'node:crypto';
import type { Run } from '../../domain/run.ts';
import type { SampleGrid } from '../../domain/sample-grid.ts';
import { sizeOf } from './sample-size.ts';

/** One file of the archive. */
export interface PictureRecord {
  file: string;
  runId: number;
  step: number;
  /** Of the tile in the run's grid, counted row by row from 0; null where the file is the grid as it is stored. */
  tile: number | null;
  width: number;
  height: number;
  columns: number;
  rows: number;
  tileWidth: number;
  tileHeight: number;
  sha256: string;
}

export const describePicture = (
  file: string,
  { id, runId, createdAt, ...grid }: SampleGrid,
  tile: number | null,
  png: Uint8Array,
): PictureRecord => {
  const { tileWidth, tileHeight } = sizeOf({ id, runId, createdAt, ...grid }, undefined);
  const size = tile === null ? grid : { step: grid.step, columns: 1, rows: 1, width: tileWidth, height: tileHeight };
  const sha256 = createHash('sha256').update(png).digest('hex');
  return { file, runId, tile, ...size, tileWidth, tileHeight, sha256 };
};

export function writeManifest(runs: readonly Run[], pictures: readonly PictureRecord[]): Buffer {
  const content = { format: 'duality-gallery', version: 1, runs: runs.map(describeRun), pictures };
  return Buffer.from(`${JSON.stringify(content, null, 2)}\n`);
}

const describeRun = ({ id, uid, name, experiment, tags, preset, status, lastStep, config, engine }: Run) => ({
  id,
  uid,
  name,
  experiment,
  tags,
  preset,
  status,
  lastStep,
  seed: config.seed,
  engine,
  config,
});
