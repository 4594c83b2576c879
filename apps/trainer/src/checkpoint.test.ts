import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configure, getPreset, type Run, type RunConfig } from '@duality/shared';
import { openStore, type Store } from '@duality/shared/store';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type State, saveCheckpoint } from './checkpoint.ts';
import { DivergedError } from './diverged-error.ts';
import { startTestEngine } from './engine/test-engine.ts';
import { findStartPoint, restoreState } from './start-point.ts';

beforeAll(startTestEngine);

let folder: string;
let store: Store;
let run: Run;
const addRun = (changes: Partial<RunConfig> = {}) =>
  store.run.queue({ preset: 'wgan-gp-mnist', engine: 'auto', config: configure(getPreset('wgan-gp-mnist'), changes) });
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duality-'));
  store = openStore(join(folder, 'test.db'));
  run = addRun();
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const state = (value: number) => ({
  a: tf.variable(tf.tensor([value, -0, 1e-42], [3, 1])),
  b: tf.variable(tf.scalar(value)),
});
const values = (from: State) => Object.values(from).flatMap((variable) => [...variable.dataSync()]);
const save = (step: number, saved: State, optimiserStart = 0, of = run) =>
  saveCheckpoint(store, of, step, {
    state: saved,
    networks: { generator: { inputShape: [1], layers: [] } },
    pixelRange: 'symmetric',
    optimiserStart,
  });
const restore = (into: State, of = run) => {
  const start = findStartPoint(store, of);
  restoreState(into, start);
  const { step, damaged, isParents, optimiserStart } = start;
  return { step, damaged, isParents, optimiserStart };
};
const fromNothing = { isParents: false, optimiserStart: 0 };
const files = (of = run) => readdirSync(join(folder, 'test.db-checkpoints', `run-${of.id}`)).sort();
const damage = (step: number) =>
  writeFileSync(join(folder, 'test.db-checkpoints', `run-${run.id}`, `step-${step}.safetensors`), 'x');

test('what was saved comes back to the bit, the newest first', async () => {
  const saved = state(1 / 3);
  await save(10, state(7));
  await save(20, saved);
  const restored = state(0);
  expect(restore(restored)).toEqual({ step: 20, damaged: [], ...fromNothing });
  expect(values(restored)).toEqual(values(saved));
  expect(Object.is(restored.a.dataSync()[1], -0)).toBe(true);
});

test('without a checkpoint a run starts at its beginning', () => {
  expect(restore(state(0))).toEqual({ step: 0, damaged: [], ...fromNothing });
});

test('the newest two are kept, and no rest of a write that was cut short', async () => {
  await save(1, state(1));
  writeFileSync(join(folder, 'test.db-checkpoints', `run-${run.id}`, 'step-2.safetensors.1.part'), 'half');
  for (const step of [2, 3]) await save(step, state(step));
  expect(files()).toEqual(['step-2.safetensors', 'step-3.safetensors']);
  expect(store.checkpoint.list(run.id).map(({ step }) => step)).toEqual([3, 2]);
});

test('a file that a kill left without its row goes with the next save; what is not ours stays', async () => {
  await save(1, state(1));
  for (const name of ['step-7.safetensors', 'notes.txt'])
    writeFileSync(join(folder, 'test.db-checkpoints', `run-${run.id}`, name), 'x');
  await save(2, state(2));
  expect(files()).toEqual(['notes.txt', 'step-1.safetensors', 'step-2.safetensors']);
});

test('multiples of keepCheckpointEvery are kept too', async () => {
  const keeping = addRun({ keepCheckpointEvery: 4 });
  for (const step of [2, 4, 6, 8, 10, 12, 14]) await save(step, state(step), 0, keeping);
  expect(files(keeping)).toEqual([12, 14, 4, 8].map((step) => `step-${step}.safetensors`));
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])(
  'a state with %d is not saved, and the last good one stays',
  async (bad) => {
    await save(1, state(1));
    await expect(save(2, { ...state(2), b: tf.variable(tf.scalar(bad)) })).rejects.toThrow(
      new DivergedError('diverged: b is no longer finite after step 2'),
    );
    expect(files()).toEqual(['step-1.safetensors']);
    expect(restore(state(0))).toMatchObject({ step: 1, damaged: [] });
  },
);

test('a damaged file is passed over, and when none is whole the folder is named', async () => {
  for (const step of [1, 2]) await save(step, state(step));
  damage(2);
  expect(restore(state(0))).toEqual({ step: 1, damaged: [2], ...fromNothing });
  damage(1);
  expect(() => restore(state(0))).toThrow(/no whole checkpoint left in .*test\.db-checkpoints/);
});

test('a checkpoint of other networks is refused by the name of what it lacks', async () => {
  await save(1, { a: state(1).a });
  expect(() => restore(state(0))).toThrow('lacks b');
  await save(2, { ...state(1), a: tf.variable(tf.scalar(1)) });
  expect(() => restore(state(0))).toThrow('has a as [], not [3,1]');
});

test('a clone starts from the checkpoint of its parent, whose moments it keeps', async () => {
  await save(10, { 'generator/1/kernel': state(7).b, 'critic-adam/mean': state(3).b });
  const clone = store.clone.queue({ runId: run.id, config: { emaDecay: 0.5 } });
  const into = { 'generator/1/kernel': state(0).b, 'critic-adam/mean': state(0).b, 'average/1/kernel': state(0).b };
  expect(restore(into, clone)).toEqual({ step: 10, damaged: [], isParents: true, optimiserStart: 0 });
  expect(values(into)).toEqual([7, 3, 7]); // an average that was not there starts as the generator
  await save(10, into, 0, clone);
  rmSync(join(folder, 'test.db-checkpoints', `run-${run.id}`), { recursive: true });
  expect(restore(into, clone)).toMatchObject({ step: 10, isParents: false });
});

test('a clone with another optimiser starts with fresh moments, and remembers since when', async () => {
  await save(10, { 'critic/1/kernel': state(7).b, 'critic-adam/mean': state(3).b });
  const clone = store.clone.queue({ runId: run.id, config: { optimiser: 'rmsprop' } });
  const into = { 'critic/1/kernel': state(0).b, 'critic-rmsprop/square': state(0).b };
  expect(restore(into, clone)).toMatchObject({ step: 10, isParents: true, optimiserStart: 10 });
  expect(values(into)).toEqual([7, 0]);
  await save(10, into, 10, clone);
  await save(12, { ...into, 'critic-rmsprop/square': state(5).b }, 10, clone);
  expect(restore(into, clone)).toMatchObject({ step: 12, isParents: false, optimiserStart: 10 });
  expect(values(into)).toEqual([7, 5]);
});

test('a clone whose parent lost the checkpoint says which', async () => {
  await save(10, state(1));
  const clone = store.clone.queue({ runId: run.id, config: {} });
  damage(10);
  expect(() => restore(state(0), clone)).toThrow(/checkpoint of step 10 of run 1, which is not whole in .*run-1;/);
});
