import { expect, test } from 'vitest';
import { useTestStore } from '../../store/test-store.ts';
import { captionRuns, captionStep } from './caption.ts';
import { addRun } from './test-gallery.ts';

const lab = useTestStore();
const add = async (config: Record<string, unknown>, preset = 'wgan-gp-mnist') =>
  lab.store.run.get(await addRun(lab.store, { preset, config, steps: [] }));

test('a single run is told by its main parameters, those without effect left out', async () => {
  const run = await add({});
  const { shared, of } = captionRuns([run]);
  expect(shared).toEqual([]);
  expect(of(run).name).toBe('#1 a run');
  expect(of(run).parameters).toContain('system=wgan-gp');
  expect(of(run).parameters).toContain('gradientPenaltyWeight=10');
  expect(of(run).parameters.join(' ')).not.toMatch(/clipValue|sampleEvery/);
});

test('several runs are told by what differs, and what they share stands once', async () => {
  const runs = [
    await add({ gradientPenaltyWeight: 1 }),
    await add({ gradientPenaltyWeight: 10, sampleEvery: 3, steps: 9 }),
  ];
  const { shared, of } = captionRuns(runs);
  expect(runs.map((run) => of(run).parameters)).toEqual([['gradientPenaltyWeight=1'], ['gradientPenaltyWeight=10']]);
  expect(shared).toContain('dataset=mnist');
  expect(shared.join(' ')).not.toContain('gradientPenaltyWeight');
});

test('a step is told with the run’s end', async () => {
  const run = await add({ steps: 20_000 });
  expect(captionStep(1500, run)).toBe('step 1,500 of 20,000');
  expect(captionStep(undefined, run)).toBe('no samples yet');
});
