import { expect, test } from 'vitest';
import { useTestStore } from '../../store/test-store.ts';
import { refuseLarge } from './limits.ts';
import { prepareGallery } from './prepare.ts';
import { addRun, plan } from './test-gallery.ts';

const lab = useTestStore();

test('what a format cannot hold is refused with a remedy', () => {
  expect(() => refuseLarge('WebP', { width: 16_384, height: 10 })).toThrow(
    'it would be 16,384 × 10 pixels, and a WebP may be 16,383 a side; choose fewer runs or tiles, or a smaller scale',
  );
  expect(() => refuseLarge('WebP', { width: 16_383, height: 10 })).not.toThrow();
  expect(() => refuseLarge('GIF', { width: 10, height: 65_536 })).toThrow('65,535 a side');
  expect(() => refuseLarge('GIF', { width: 10_000, height: 10_000 })).toThrow('40 megapixels');
  expect(() => refuseLarge('contact sheet', { width: 3000, height: 200_000 })).toThrow('fewer runs, steps or tiles');
});

test('a wish that is too large is refused before anything is drawn', async () => {
  const runIds = await Promise.all(Array.from({ length: 9 }, () => addRun(lab.store, { steps: [1], side: 256 })));
  expect(() => prepareGallery(plan(lab.store, { runIds, format: 'gif', options: { scale: 8 } }))).toThrow('megapixels');
  expect(prepareGallery(plan(lab.store, { runIds, format: 'gif' })).size.count).toBe(1);
});
