/// <reference lib="dom" />
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { decodeTensors } from '../../apps/trainer/src/safetensors.ts';
import { expect, test } from './story.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tfjs = join(root, 'node_modules', '@tensorflow', 'tfjs', 'dist', 'tf.min.js');
const site = 'http://exported.test';

interface TensorFlow {
  setBackend: (name: string) => Promise<boolean>;
  loadLayersModel: (url: string) => Promise<{ predict: (x: object) => { data: () => Promise<Float32Array> } }>;
  tensor: (values: number[], shape: number[]) => object;
}

/** The folder with the exported generator of a run of `args`, and its checkpoint. */
function exportRun(...args: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'duality-exported-'));
  const command = (name: string, ...words: string[]) =>
    execFileSync(process.execPath, [
      join(root, 'apps', 'trainer', 'bin', `${name}.js`),
      ...words,
      ...['--store', join(folder, 'lab.db')],
    ]);
  command('train', ...args, '--engine', 'wasm', '--steps', '3');
  command('export', 'generator', '--run', '1', '--out', folder);
  return { folder, checkpoint: readFileSync(join(folder, 'lab.db-checkpoints/run-1/step-3.safetensors')) };
}

/** A site of `html` and the exported files. */
const serve = (page: Page, folder: string, html: string) =>
  page.route(`${site}/**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name === '') return route.fulfill({ contentType: 'text/html', body: html });
    return route.fulfill({ path: name === 'tf.min.js' ? tfjs : join(folder, name) });
  });

test('a page computes with the exported generator what its weights say', async ({ page }) => {
  const tiny = ['--set', 'batchSize=8', '--set', 'hiddenSize=8', '--set', 'emaDecay=0'];
  const { folder, checkpoint } = exportRun('wgan-gp-ring', ...tiny);
  await serve(page, folder, '<script src="tf.min.js"></script>');
  await page.goto(`${site}/`);
  const noise = [0.5, -1];
  const point = await page.evaluate(async (z) => {
    const { tf } = globalThis as unknown as { tf: TensorFlow };
    await tf.setBackend('cpu');
    const generator = await tf.loadLayersModel('model.json');
    return [...(await generator.predict(tf.tensor(z, [1, 2])).data())];
  }, noise);
  const expected = draw(checkpoint, noise);
  for (const [i, value] of expected.entries()) expect(point[i]).toBeCloseTo(value, 5);
  rmSync(folder, { recursive: true });
});

test('the page of the README draws a picture', async ({ page }) => {
  const [, html = ''] = /```html\n(.*?)```/s.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? [];
  const { folder } = exportRun('wgan-gp-mnist', '--set', 'batchSize=4', '--set', 'criticSteps=1');
  await serve(page, folder, html);
  await page.goto(`${site}/`);
  const canvas = page.locator('canvas');
  await expect(canvas).toHaveJSProperty('width', 28);
  const shades = await canvas.evaluate((element) => {
    const pixels = (element as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, 28, 28).data;
    return new Set(pixels).size;
  });
  expect(shades).toBeGreaterThan(10);
  rmSync(folder, { recursive: true });
});

/** The same generator in a few lines: four dense layers, with ReLU between them. */
function draw(checkpoint: Buffer, noise: number[]): number[] {
  const { tensors } = decodeTensors(checkpoint);
  return [1, 3, 5, 7].reduce((x, layer) => {
    const [kernel, bias] = [tensors[`generator/${layer}/kernel`], tensors[`generator/${layer}/bias`]];
    const { values } = bias ?? { values: new Float32Array() };
    return Array.from(values, (b, j) => {
      const sum = x.reduce((total, value, i) => total + value * (kernel?.values[i * values.length + j] ?? 0), b);
      return layer === 7 ? sum : Math.max(0, sum);
    });
  }, noise);
}
