import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { ExplainedError } from '../../domain/errors.ts';
import { GalleryError } from '../../domain/gallery.ts';
import type { SampleGrid } from '../../domain/sample-grid.ts';
import { describePicture, type PictureRecord, writeManifest } from './manifest.ts';
import { type GalleryPlan, gridAt, type PlannedRun } from './plan.ts';
import { cutTile, decodePng, encodePicture, type ReadPng } from './sample-reader.ts';

/** What an archive without the extensions for large ones can hold, which every program reads. */
export const zipFilesAtMost = 65_534;
const bytesAtMost = 2 ** 32 - 2 ** 20;

interface Entry {
  grid: SampleGrid;
  tile: number | null;
  png: Uint8Array;
}

/** Every grid as the very PNG that is stored, or every chosen tile as one of its own, and a manifest of all. */
export async function* encodeZip(
  { runs, steps }: GalleryPlan,
  read: ReadPng,
  advance: () => void,
): AsyncGenerator<Uint8Array> {
  const archive = openArchive();
  const records: PictureRecord[] = [];
  for (const planned of runs) {
    for (const step of steps) {
      for await (const { grid, tile, png } of readEntries(planned, step, read)) {
        const name = nameOf(grid, tile);
        records.push(describePicture(name, grid, tile, png));
        archive.add(new ZipPassThrough(name), png, grid.createdAt);
        yield* archive.take();
      }
      advance();
    }
  }
  archive.add(
    new ZipDeflate('manifest.json', { level: 9 }),
    writeManifest(
      runs.map(({ run }) => run),
      records,
    ),
  );
  archive.end();
  yield* archive.take();
}

async function* readEntries(planned: PlannedRun, step: number, read: ReadPng): AsyncGenerator<Entry> {
  const grid = gridAt(planned, step);
  if (!grid) return;
  const stored = read(grid);
  if (!planned.tiles) {
    yield { grid, tile: null, png: stored };
    return;
  }
  const whole = await decodePng(stored);
  for (const tile of planned.tiles) {
    yield {
      grid,
      tile,
      png: await encodePicture(cutTile(whole, grid, tile))
        .png()
        .toBuffer(),
    };
  }
}

const pad = (value: number, digits: number) => String(value).padStart(digits, '0');

const nameOf = ({ runId, step }: SampleGrid, tile: number | null) =>
  `run-${runId}/step-${pad(step, 8)}${tile === null ? '' : `-tile-${pad(tile, 3)}`}.png`;

function openArchive() {
  let chunks: Uint8Array[] = [];
  let bytes = 0;
  const zip = new Zip((error, chunk) => {
    if (error) throw new ExplainedError(`the archive cannot be written: ${error.message}`);
    bytes += chunk.length;
    if (bytes > bytesAtMost)
      throw new GalleryError('format', 'an archive may have 4 GB at most; choose fewer steps or runs');
    chunks.push(chunk);
  });
  return {
    add: (entry: ZipPassThrough | ZipDeflate, content: Uint8Array, modifiedAt = Date.UTC(2000, 0)) => {
      entry.mtime = modifiedAt;
      zip.add(entry);
      entry.push(content, true);
    },
    end: () => zip.end(),
    take: () => {
      const taken = chunks;
      chunks = [];
      return taken;
    },
  };
}
