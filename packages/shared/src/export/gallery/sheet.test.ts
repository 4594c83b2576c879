import sharp from 'sharp';
import { expect, test } from 'vitest';
import { useTestStore } from '../../store/test-store.ts';
import { margin } from './placed-text.ts';
import { layOutSheet } from './sheet-layout.ts';
import { addRun, make, partOf, pixelsOf, plan } from './test-gallery.ts';

const lab = useTestStore();
const tileSize = { width: 4, height: 4 };

test('a contact sheet has a column a step and a row a tile, to the pixel', async () => {
  const runIds = [
    await addRun(lab.store, { steps: [1, 2, 4, 8] }),
    await addRun(lab.store, { steps: [1, 8], channels: 3 }),
  ];
  const wish = { runIds, steps: [1, 4, 8], tiles: [5, 1], options: { scale: 3 } };
  const { bytes } = await make(lab.store, { ...wish, format: 'png' });
  const layout = layOutSheet(plan(lab.store, wish));
  const sheet = await pixelsOf(bytes);
  expect(sheet).toMatchObject({ width: layout.width, height: layout.height });
  let y = 0;
  for (const { body, height } of layout.bands) {
    for (const [column, step] of (body?.steps ?? []).entries()) {
      const grid = lab.store.sampleGrid.find(body?.planned.run.id ?? 0, step);
      const stored = grid && (await pixelsOf(lab.store.sampleGrid.getPng(grid.id)));
      for (const [row, tile] of [5, 1].entries()) {
        const x = margin + layout.gutter + column * layout.stride;
        const drawn = partOf(sheet, x, y + (body?.top ?? 0) + row * (12 + layout.gap), tileSize, 3);
        const blank = drawn.every((value) => value === 255 || value === 214);
        if (stored) expect(drawn).toEqual(partOf(stored, (tile % 3) * 4, Math.floor(tile / 3) * 4, tileSize));
        else expect(blank).toBe(true);
      }
    }
    y += height;
  }
});

test('many steps go on in further rows, all about as long', async () => {
  const steps = Array.from({ length: 100 }, (_, i) => 10 * (i + 1));
  const runIds = [await addRun(lab.store, { steps, side: 28, columns: 2, rows: 2 })];
  const { bands, width } = layOutSheet(plan(lab.store, { runIds }));
  const lengths = bands.flatMap(({ body }) => body?.steps.length ?? []);
  expect(width).toBeLessThanOrEqual(3200);
  expect(lengths.length).toBeGreaterThan(1);
  expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThan(lengths.length);
  expect(bands.flatMap(({ body }) => body?.steps ?? [])).toEqual(steps);
  const { bytes } = await make(lab.store, { runIds, format: 'png' });
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width, channels: 3, depth: 'uchar' });
});
