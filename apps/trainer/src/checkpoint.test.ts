import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configure, getPreset, type Run } from '@duality/shared';
import { openStore, type Store } from '@duality/shared/store';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { restoreCheckpoint, saveCheckpoint } from './checkpoint.ts';
import { startTestEngine } from './engine/test-engine.ts';

beforeAll(startTestEngine);

let folder: string;
let store: Store;
let run: Run;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duality-'));
  store = openStore(join(folder, 'test.db'));
  const config = configure(getPreset('wgan-gp-mnist'), {});
  run = store.run.queue({ preset: 'wgan-gp-mnist', engine: 'auto', config });
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const state = (value: number) => ({
  a: tf.variable(tf.tensor([value, -0, 1e-42], [3, 1])),
  b: tf.variable(tf.scalar(value)),
});
const values = (from: ReturnType<typeof state>) => [...from.a.dataSync(), ...from.b.dataSync()];
const files = () => readdirSync(join(folder, 'test.db-checkpoints', `run-${run.id}`)).sort();

test('what was saved comes back to the bit, the newest first', async () => {
  const saved = state(1 / 3);
  await saveCheckpoint(store, run.id, 10, state(7));
  await saveCheckpoint(store, run.id, 20, saved);
  const restored = state(0);
  expect(restoreCheckpoint(store, run.id, restored)).toEqual({ step: 20, damaged: [] });
  expect(values(restored)).toEqual(values(saved));
  expect(Object.is(restored.a.dataSync()[1], -0)).toBe(true);
});

test('without a checkpoint a run starts at its beginning', () => {
  expect(restoreCheckpoint(store, run.id, state(0))).toEqual({ step: 0, damaged: [] });
});

test('the newest two are kept, and no rest of a write that was cut short', async () => {
  await saveCheckpoint(store, run.id, 1, state(1));
  writeFileSync(join(folder, 'test.db-checkpoints', `run-${run.id}`, 'step-2.safetensors.1.part'), 'half');
  for (const step of [2, 3]) await saveCheckpoint(store, run.id, step, state(step));
  expect(files()).toEqual(['step-2.safetensors', 'step-3.safetensors']);
  expect(store.checkpoint.list(run.id).map(({ step }) => step)).toEqual([3, 2]);
});

test('a damaged file is passed over, and when none is whole the folder is named', async () => {
  for (const step of [1, 2]) await saveCheckpoint(store, run.id, step, state(step));
  const damage = (step: number) =>
    writeFileSync(join(folder, 'test.db-checkpoints', `run-${run.id}`, `step-${step}.safetensors`), 'x');
  damage(2);
  expect(restoreCheckpoint(store, run.id, state(0))).toEqual({ step: 1, damaged: [2] });
  damage(1);
  expect(() => restoreCheckpoint(store, run.id, state(0))).toThrow(
    /no whole checkpoint left in .*test\.db-checkpoints/,
  );
});

test('a checkpoint of other networks is refused by the name of what it lacks', async () => {
  await saveCheckpoint(store, run.id, 1, { a: state(1).a });
  expect(() => restoreCheckpoint(store, run.id, state(0))).toThrow('lacks b []');
  await saveCheckpoint(store, run.id, 2, { ...state(1), a: tf.variable(tf.scalar(1)) });
  expect(() => restoreCheckpoint(store, run.id, state(0))).toThrow('lacks a [3,1]');
});
