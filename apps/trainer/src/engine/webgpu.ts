import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ExplainedError } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import type { LoadedBackend } from './backend.ts';
import { loadGradients } from './cpu.ts';
import { quietly } from './quietly.ts';

/**
 * A GPU of any vendor: Dawn for Node (npm `webgpu`) below TensorFlow.js's own backend. Values can be read by `data()`
 * only; `dataSync` throws.
 */
const require = createRequire(import.meta.url);

/** What a look for a GPU found, once it was looked for. */
let adapter: GPUAdapter | null | undefined;

/** Why it cannot run here, as far as can be said without asking the driver; after `lookForGpu` for certain. */
export function findWebgpuProblem(): string | undefined {
  const system = `${process.platform}-${process.platform === 'darwin' ? 'universal' : process.arch}`;
  if (!existsSync(join(dirname(require.resolve('webgpu')), 'dist', system, 'dawn.node'))) {
    return `the npm package "webgpu" has no build for ${system}; to fix it: use --engine wasm`;
  }
  if (adapter) return undefined;
  if (adapter === undefined && mayHaveGpu()) return undefined;
  return process.platform === 'linux'
    ? 'there is no GPU with a Vulkan driver; to fix it: install the driver of the GPU and the Vulkan loader (Debian: apt-get install libvulkan1 mesa-vulkan-drivers)'
    : 'there is no GPU that WebGPU can use; to fix it: install the driver of the GPU';
}

/** On Linux a GPU is a device file; the variables name a driver to the Vulkan loader, maybe a software one. */
const mayHaveGpu = () =>
  process.platform !== 'linux' ||
  ['/dev/dri', '/dev/nvidiactl', '/dev/dxg'].some((path) => existsSync(path)) ||
  Boolean(process.env.VK_ICD_FILENAMES || process.env.VK_DRIVER_FILES);

/** Asks Dawn for an adapter, once a process; findWebgpuProblem then knows. */
export async function lookForGpu(): Promise<GPUAdapter | null> {
  if (adapter !== undefined || findWebgpuProblem()) return adapter ?? null;
  const { create, globals } = await import('webgpu');
  Object.assign(globalThis, globals);
  // Node's own `navigator` has a getter and no gpu; the backend looks for it when it is imported.
  Object.defineProperty(globalThis.navigator, 'gpu', { value: create([]), configurable: true });
  adapter = await quietly(() => navigator.gpu.requestAdapter({ powerPreference: 'high-performance' }));
  if (!adapter) Reflect.deleteProperty(globalThis.navigator, 'gpu'); // Dawn would keep Node alive
  return adapter;
}

/** @throws {ExplainedError} when the GPU is only a software one and was not `asked` for by name */
export async function loadWebgpu(asked: boolean): Promise<LoadedBackend> {
  const { description, vendor, architecture, isFallbackAdapter } = ((await lookForGpu()) as GPUAdapter).info;
  const device = description || [vendor, architecture].filter(Boolean).join(' ');
  if (!asked && isFallbackAdapter) throw new ExplainedError(`its only GPU is a slow one in software (${device})`);
  loadGradients();
  require('@tensorflow/tfjs-backend-webgpu');
  return { version: tf.version_core, device: isFallbackAdapter ? `${device} (in software)` : device };
}
