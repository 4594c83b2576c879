import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import type { LoadedBackend } from './backend.ts';
import { loadGradients } from './cpu.ts';
import { registerWasmKernels } from './wasm-kernels.ts';

const require = createRequire(import.meta.url);

export async function loadWasm(): Promise<LoadedBackend> {
  loadGradients();
  const wasm = require('@tensorflow/tfjs-backend-wasm') as typeof import('@tensorflow/tfjs-backend-wasm');
  wasm.setWasmPaths(dirname(require.resolve('@tensorflow/tfjs-backend-wasm')) + sep);
  registerWasmKernels();
  return { version: tf.version_core, device: 'one thread, WebAssembly' };
}
