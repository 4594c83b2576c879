import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { useTestStore } from '../../store/test-store.ts';
import { addRun, make, partOf, pixelsOf } from './test-gallery.ts';

const lab = useTestStore();

interface Manifest {
  runs: { id: number; uid: string; seed: number; config: Record<string, unknown> }[];
  pictures: {
    file: string;
    runId: number;
    step: number;
    tile: number | null;
    width: number;
    sha256: string;
    tileWidth: number;
  }[];
}

async function unpack(wish: object) {
  const files = unzipSync((await make(lab.store, { format: 'zip', ...wish })).bytes);
  const manifest: Manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString());
  return { files, manifest };
}

test('whole grids are the very bytes that are stored, and the manifest tells of each', async () => {
  const runIds = [await addRun(lab.store, { steps: [1, 20] }), await addRun(lab.store, { steps: [20], channels: 3 })];
  const { files, manifest } = await unpack({ runIds });
  expect(Object.keys(files).sort()).toEqual([
    'manifest.json',
    'run-1/step-00000001.png',
    'run-1/step-00000020.png',
    'run-2/step-00000020.png',
  ]);
  for (const { file, runId, step, tile, sha256 } of manifest.pictures) {
    const stored = lab.store.sampleGrid.getPng(lab.store.sampleGrid.find(runId, step)?.id ?? 0);
    expect(stored.equals(files[file] ?? Buffer.alloc(0))).toBe(true);
    expect(sha256).toBe(createHash('sha256').update(stored).digest('hex'));
    expect(tile).toBeNull();
  }
  const run = lab.store.run.get(1);
  expect(manifest.runs[0]).toMatchObject({ id: 1, uid: run.uid, seed: run.config.seed, config: run.config });
});

test.each([1, 3] as const)(
  'chosen tiles of %d channels have the pixels of their place in the grid',
  async (channels) => {
    const runId = await addRun(lab.store, { steps: [7], channels, columns: 3, rows: 2, side: 4 });
    const { files, manifest } = await unpack({ runIds: [runId], tiles: [4, 0] });
    const grid = await pixelsOf(lab.store.sampleGrid.getPng(lab.store.sampleGrid.find(runId, 7)?.id ?? 0));
    expect(manifest.pictures.map(({ file, tile, width, tileWidth }) => ({ file, tile, width, tileWidth }))).toEqual([
      { file: 'run-1/step-00000007-tile-004.png', tile: 4, width: 4, tileWidth: 4 },
      { file: 'run-1/step-00000007-tile-000.png', tile: 0, width: 4, tileWidth: 4 },
    ]);
    const size = { width: 4, height: 4 };
    const tile = async (name: string) => partOf(await pixelsOf(files[name] as Uint8Array), 0, 0, size);
    expect(await tile('run-1/step-00000007-tile-004.png')).toEqual(partOf(grid, 4, 4, size));
    expect(await tile('run-1/step-00000007-tile-000.png')).toEqual(partOf(grid, 0, 0, size));
  },
);
