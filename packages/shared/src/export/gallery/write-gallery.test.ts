import { join } from 'node:path';
import { expect, test } from 'vitest';
import { useTestStore } from '../../store/test-store.ts';
import { addRun, filesIn, makeFolder, plan } from './test-gallery.ts';
import { listShownRuns, writeGallery } from './write-gallery.ts';

const lab = useTestStore();
const formats = ['zip', 'png', 'gif', 'webp', 'html'] as const;

test.each(formats)('%s: progress is told to the end, and aborting leaves nothing', async (format) => {
  const runIds = [await addRun(lab.store, { steps: [1, 2, 3, 4, 5, 6] })];
  const folder = makeFolder();
  const told: number[][] = [];
  const made = plan(lab.store, { runIds, format });
  await writeGallery(lab.store, made, join(folder, 'whole'), { onProgress: (...at) => told.push(at) });
  const total = told.at(-1)?.[1] ?? 0;
  expect(told).toEqual(Array.from({ length: total }, (_, i) => [i + 1, total]));
  expect(total).toBeGreaterThan(0);

  const leaving = new AbortController();
  const stopped = writeGallery(lab.store, made, join(folder, 'stopped'), {
    signal: leaving.signal,
    onProgress: (done) => done === total - 1 && leaving.abort(),
  });
  if (total > 1) await expect(stopped).rejects.toThrow('aborted');
  expect(filesIn(folder)).toEqual(total > 1 ? ['whole'] : ['stopped', 'whole']);
});

test('a grid that is gone meanwhile ends it, and nothing is left', async () => {
  const runIds = [await addRun(lab.store, { steps: [1, 2] })];
  const made = plan(lab.store, { runIds, format: 'gif' });
  lab.store.run.remove(1);
  await lab.store.trash.purge(1);
  const folder = makeFolder();
  await expect(writeGallery(lab.store, made, join(folder, 'x'))).rejects.toThrow('run 1 at step 1 was deleted');
  expect(filesIn(folder)).toEqual([]);
});

test('all runs means those outside the trash that have something to show', async () => {
  expect(() => listShownRuns(lab.store)).toThrow('no run has sample grids yet');
  await addRun(lab.store, { steps: [1] });
  await addRun(lab.store, { steps: [] });
  lab.store.run.remove(await addRun(lab.store, { steps: [1] }));
  expect(listShownRuns(lab.store)).toEqual([1]);
});
