/** The four engines train the same run to the same numbers; `cpu`, plain JavaScript, is what the others are held against. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineName } from '@duality/shared';
import { expect, type TestContext, test } from 'vitest';
import { decodeTensors } from '../../apps/trainer/src/safetensors.ts';
import { makeFolder, query, run } from './lab.ts';

const bar = 1e-4;
const steps = 10;
const few = ['--steps', String(steps), '--json', '--set', 'criticSteps=1', '--set', 'evaluateEvery=0'];
const systems = {
  'fully connected, Adam': ['wgan-gp-ring', '--set', 'batchSize=8', '--set', 'hiddenSize=32'],
  // SGD: gradients that cancel to rounding are full steps to Adam, in a direction that is the engine's own (decision 005).
  'convolutions and batch normalisation, SGD': [
    ...['wgan-gp-mnist', '--set', 'batchSize=4', '--set', 'imageSize=8', '--set', 'latentSize=8'],
    ...['--set', 'optimiser=sgd', '--set', 'learningRate=0.01'],
  ],
};
const [mlp, convolutions] = Object.keys(systems) as [keyof typeof systems, keyof typeof systems];

/** SwiftShader and the Vulkan loader of Debian's chromium: WebGPU where there is no GPU. */
const chromium = '/usr/lib/chromium';
const softwareGpu: Record<string, string> = existsSync(join(chromium, 'vk_swiftshader_icd.json'))
  ? { VK_ICD_FILENAMES: join(chromium, 'vk_swiftshader_icd.json'), LD_LIBRARY_PATH: chromium }
  : {};

/** Each series of numbers that a run leaves: a metric over the steps, a weight or a moment at the end. */
async function train(folder: string, system: keyof typeof systems, engine: EngineName, env = {}) {
  const store = `${engine}.db`;
  const ended = await run(folder, 'train', [...systems[system], ...few, '--engine', engine, '--store', store], env);
  expect(ended).toMatchObject({ code: 0, signal: null, stderr: '' });
  const series = new Map<string, number[]>();
  const metrics = query(
    join(folder, store),
    "SELECT name, value FROM v_metric WHERE name <> 'stepMs' ORDER BY name, step",
  );
  for (const { name, value } of metrics) series.set(`${name}`, [...(series.get(`${name}`) ?? []), value as number]);
  const checkpoint = readFileSync(join(folder, `${store}-checkpoints/run-1/step-${steps}.safetensors`));
  for (const [name, { values }] of Object.entries(decodeTensors(checkpoint).tensors)) series.set(name, [...values]);
  return series;
}

/** For each series the largest deviation from cpu's, relative to its largest value. */
async function compare(system: keyof typeof systems, engine: EngineName, env = {}) {
  const folder = makeFolder();
  const [truth, found] = [await train(folder, system, 'cpu'), await train(folder, system, engine, env)];
  expect([...found.keys()]).toEqual([...truth.keys()]);
  expect(truth.get('criticLoss')).toHaveLength(steps);
  return [...truth].map(([name, values]): [string, number] => {
    const difference = largest(values.map((value, i) => value - ((found.get(name) as number[])[i] as number)));
    return [name, difference === 0 ? 0 : difference / largest(values)];
  });
}

const largest = (values: number[]) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** Says so, where an engine cannot run at all. */
async function skipUnlessReady(context: TestContext, engine: EngineName, env = {}) {
  const { code, stderr } = await run(makeFolder(), 'engine', ['--engine', engine], env);
  if (code === 0) return;
  console.warn(`the parity of ${engine} is not tested: ${stderr.trim()}`);
  context.skip(stderr.trim());
}

const expectParity = async (...which: Parameters<typeof compare>) =>
  expect((await compare(...which)).filter(([, error]) => !(error <= bar))).toEqual([]);

test.for([mlp, convolutions])('tensorflow: %s', async (system, context) => {
  await skipUnlessReady(context, 'tensorflow');
  await expectParity(system, 'tensorflow');
});

test.each([mlp, convolutions])('wasm: %s', (system) => expectParity(system, 'wasm'));

test(`webgpu: ${convolutions}`, async (context) => {
  const { code } = await run(makeFolder(), 'engine', ['--engine', 'webgpu']);
  const env = code === 0 ? {} : softwareGpu;
  await skipUnlessReady(context, 'webgpu', env); // Debian's chromium has a GPU in software
  await expectParity(convolutions, 'webgpu', env);
});
