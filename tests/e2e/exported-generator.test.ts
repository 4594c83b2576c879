/// <reference lib="dom" />
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeTensors } from '../../apps/trainer/src/safetensors.ts';
import { expect, test } from './story.ts';

const require = createRequire(import.meta.url);
const tfjs = join(require.resolve('@tensorflow/tfjs/package.json'), '..', 'dist', 'tf.min.js');
const site = 'http://exported.test';

interface TensorFlow {
  setBackend: (name: string) => Promise<boolean>;
  loadLayersModel: (url: string) => Promise<{ predict: (x: object) => { data: () => Promise<Float32Array> } }>;
  tensor: (values: number[], shape: number[]) => object;
}

test('a page draws with the generator that was exported', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'duality-exported-'));
  const command = (name: string, ...args: string[]) =>
    execFileSync(process.execPath, [
      fileURLToPath(new URL(`../../apps/trainer/bin/${name}.js`, import.meta.url)),
      ...args,
      ...['--store', join(folder, 'lab.db')],
    ]);
  const tiny = ['--set', 'batchSize=8', '--set', 'hiddenSize=8', '--set', 'emaDecay=0', '--steps', '3'];
  command('train', 'wgan-gp-ring', ...tiny, '--engine', 'wasm');
  command('export', 'generator', '--run', '1', '--out', folder);

  await page.route(`${site}/**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name === '') return route.fulfill({ contentType: 'text/html', body: '<script src="tf.min.js"></script>' });
    return route.fulfill({ path: name === 'tf.min.js' ? tfjs : join(folder, name) });
  });
  await page.goto(`${site}/`);
  const noise = [0.5, -1];
  const point = await page.evaluate(async (z) => {
    const { tf } = globalThis as unknown as { tf: TensorFlow };
    await tf.setBackend('cpu');
    const generator = await tf.loadLayersModel('model.json');
    return [...(await generator.predict(tf.tensor(z, [1, 2])).data())];
  }, noise);
  const expected = draw(readFileSync(join(folder, 'lab.db-checkpoints/run-1/step-3.safetensors')), noise);
  for (const [i, value] of expected.entries()) expect(point[i]).toBeCloseTo(value, 5);
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
