import { expect, it } from 'vitest';
import { watchStore } from '../live.ts';
import { createCaller } from '../router.ts';
import { addRunningRun, openTestStore } from '../test-store.ts';

function setUp() {
  const store = openTestStore();
  return { store, runId: addRunningRun(store), caller: createCaller({ store, live: watchStore(store) }) };
}

it('evaluations come in step order, with intervals and floors, and each with what it found', async () => {
  const { store, runId, caller } = setUp();
  const fid = { value: 4, low: 3, high: 5 };
  const floors = { 'eval.fid': { value: 1, low: 0.9, high: 1.1 } };
  store.evaluation.add(runId, { step: 20, estimates: { 'eval.fid': fid }, detail: { classCounts: [3, 1] } });
  store.evaluation.add(runId, { step: 10, estimates: { 'eval.fid': { ...fid, high: 9 } }, floors, detail: {} });
  const { evaluations, certainty } = await caller.evaluation.ofRun({ runId });
  expect(evaluations.map(({ step }) => step)).toEqual([10, 20]);
  expect(certainty).toEqual([
    { name: 'eval.fid', steps: [10, 20], lows: [3, 3], highs: [9, 5], floor: floors['eval.fid'] },
  ]);
  expect(await caller.evaluation.detail({ id: evaluations[1]?.id ?? 0 })).toEqual({ classCounts: [3, 1] });
});

it('what is not there is NOT_FOUND', async () => {
  const { caller } = setUp();
  await expect(caller.evaluation.ofRun({ runId: 99 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(caller.evaluation.detail({ id: 99 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('alerts of a run come in step order', async () => {
  const { store, runId, caller } = setUp();
  const alert = { runId, severity: 'warning' as const, message: 'as a test', edits: { learningRate: 1e-5 } };
  store.alert.raise({ ...alert, step: 7, rule: 'frozen-loss' });
  store.alert.raise({ ...alert, step: 0, rule: 'shared-optimiser' });
  expect((await caller.run.alerts({ runId })).map(({ rule }) => rule)).toEqual(['shared-optimiser', 'frozen-loss']);
  await expect(caller.run.alerts({ runId: 99 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
