import { expect, test } from 'vitest';
import { useTestStore } from '../../store/test-store.ts';
import { gridUntil } from './plan.ts';
import { addRun, plan } from './test-gallery.ts';

const lab = useTestStore();

test('all steps are those that any run has stored', async () => {
  const runIds = [await addRun(lab.store, { steps: [1, 2, 4] }), await addRun(lab.store, { steps: [1, 3] })];
  expect(plan(lab.store, { runIds }).steps).toEqual([1, 2, 3, 4]);
  expect(plan(lab.store, { runIds, steps: [4, 1, 4] }).steps).toEqual([1, 4]);
});

test('a step that nobody has stored is refused with its neighbours', async () => {
  const runIds = [await addRun(lab.store, { steps: [10, 2000, 3000] })];
  const refuse = (steps: number[]) => expect(() => plan(lab.store, { runIds, steps }));
  refuse([10, 1000]).toThrow('no sample grid of step 1,000 is stored for run 1; the nearest are 10 and 2,000');
  refuse([5]).toThrow('the nearest are 10');
  refuse([4000]).toThrow('the nearest are 3,000');
});

test('a run without grids is refused by its number', async () => {
  const runIds = [await addRun(lab.store, { steps: [1] }), await addRun(lab.store, { steps: [] })];
  expect(() => plan(lab.store, { runIds })).toThrow('run 2 has no sample grids yet; leave it out');
  expect(() => plan(lab.store, { runIds: [9] })).toThrow('there is no run 9');
});

test('tiles must be there in every run of images, and plots have none', async () => {
  const images = await addRun(lab.store, { steps: [1] });
  const points = await addRun(lab.store, { preset: 'wgan-gp-ring', steps: [1], columns: 1, rows: 1, side: 16 });
  expect(() => plan(lab.store, { runIds: [images], tiles: [0, 6] })).toThrow(
    'there is no tile 6 in the grids of run 1, which are 0 to 5',
  );
  const both = plan(lab.store, { runIds: [images, points], tiles: [5, 0, 5] });
  expect(both.runs.map(({ tiles, isPlot }) => ({ tiles, isPlot }))).toEqual([
    { tiles: [5, 0], isPlot: false },
    { tiles: undefined, isPlot: true },
  ]);
  expect(both.notes).toEqual(['run 2 draws points: the whole plot is shown, since it has no tiles.']);
});

test('between two grids a run shows the one before', async () => {
  const [run] = plan(lab.store, { runIds: [await addRun(lab.store, { steps: [2, 8] })] }).runs;
  const stepAt = (step: number) => run && gridUntil(run, step)?.step;
  expect([1, 2, 7, 8, 100].map(stepAt)).toEqual([undefined, 2, 2, 8, 8]);
});
