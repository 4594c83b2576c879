import sharp from 'sharp';
import { expect, test } from 'vitest';
import { useTestStore } from '../../store/test-store.ts';
import { layOutFrame } from './frame-layout.ts';
import { addRun, make, partOf, pixelsOf, plan } from './test-gallery.ts';

const lab = useTestStore();

test.each(['gif', 'webp'] as const)('a %s has a frame a step, its delays, and plays for ever', async (format) => {
  const runIds = [await addRun(lab.store, { steps: [1, 2, 4, 8] }), await addRun(lab.store, { steps: [2] })];
  const { bytes } = await make(lab.store, { runIds, format, options: { delayMs: 120 } });
  const { width, height } = layOutFrame(plan(lab.store, { runIds }));
  const meta = await sharp(bytes).metadata();
  expect(meta).toMatchObject({ format, width, height, pages: 4, loop: 0, delay: [120, 120, 120, 1500] });
});

test.each([
  ['gif', 1, 1],
  ['webp', 1, 1],
  ['webp', 3, 2],
] as const)('%s frames show samples of %d channels to the pixel', async (format, channels, scale) => {
  const runIds = [
    await addRun(lab.store, { steps: [1, 5], channels }),
    await addRun(lab.store, { steps: [1, 9], channels }),
  ];
  const options = { scale };
  const { bytes } = await make(lab.store, { runIds, format, options });
  const { cells } = layOutFrame(plan(lab.store, { runIds, options }));
  // The last grid until then: run 2 has none at step 5.
  for (const [page, shown] of [
    [1, 1],
    [5, 1],
    [5, 9],
  ].entries()) {
    const frame = await pixelsOf(bytes, page);
    for (const [i, cell] of cells.entries()) {
      const grid = lab.store.sampleGrid.find(runIds[i] as number, shown[i] as number);
      const stored = await pixelsOf(lab.store.sampleGrid.getPng(grid?.id ?? 0));
      expect(partOf(frame, cell.x, cell.samplesAt, stored, scale)).toEqual(partOf(stored, 0, 0, stored));
    }
  }
});

test('a GIF of colours comes close to them', async () => {
  const runIds = [await addRun(lab.store, { steps: [1], channels: 3, side: 32 })];
  const { bytes } = await make(lab.store, { runIds, format: 'gif', options: { scale: 1 } });
  const { cells } = layOutFrame(plan(lab.store, { runIds, options: { scale: 1 } }));
  const stored = await pixelsOf(lab.store.sampleGrid.getPng(lab.store.sampleGrid.find(1, 1)?.id ?? 0));
  const drawn = partOf(await pixelsOf(bytes), cells[0]?.x ?? 0, cells[0]?.samplesAt ?? 0, stored);
  const errors = partOf(stored, 0, 0, stored).map((value, i) => Math.abs(value - (drawn[i] ?? 0)));
  expect(errors.reduce((sum, error) => sum + error) / errors.length).toBeLessThan(12);
});
