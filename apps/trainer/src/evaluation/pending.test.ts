import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Drawn } from './drawn.ts';
import { forgetPending, keepPending, takePending } from './pending.ts';

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'duality-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const drawn = (step: number): Drawn => ({
  step,
  count: 2,
  samples: Float32Array.of(1, 2, 3, step),
  realScores: Float32Array.of(0.5),
  fakeScores: Float32Array.of(-0.5, Number.NaN),
});
const surface = { scores: Float32Array.of(7, 8), gradients: Float32Array.of(9) };

test('what waits comes back to the bit, in step order', () => {
  const folder = aFolder();
  keepPending(folder, drawn(20));
  keepPending(folder, { ...drawn(3), surface });
  expect(takePending(folder, 20)).toEqual([{ ...drawn(3), surface }, drawn(20)]);
  forgetPending(folder, 3);
  forgetPending(folder, 4);
  expect(takePending(folder, 20)).toEqual([drawn(20)]);
});

test('what is of later steps or damaged is removed', () => {
  const folder = aFolder();
  for (const step of [1, 2, 3]) keepPending(folder, drawn(step));
  truncateSync(join(folder, 'evaluation-1.safetensors'), 100);
  expect(takePending(folder, 2)).toEqual([drawn(2)]);
  expect(readdirSync(folder)).toEqual(['evaluation-2.safetensors']);
});

test('a run without a folder has nothing that waits', () => {
  expect(takePending(join(aFolder(), 'none'), 5)).toEqual([]);
});
