import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import type { LoadedBackend } from './backend.ts';
import { quietly } from './quietly.ts';

const require = createRequire(import.meta.url);
const packageFolder = dirname(require.resolve('@tensorflow/tfjs-node-gpu/package.json'));

/** The native addon of the package, as far as this project talks to it directly. */
export interface TensorflowBackend {
  binding: { TF_Version: string; TF_ATTR_FLOAT: number; isUsingGpuDevice(): boolean };
  executeSingleOutput(op: string, attributes: object[], inputs: tf.Tensor[]): tf.Tensor;
}

/** What is missing for the native engine and the command that fixes it; set-up leaves its findings in engine.json. */
export function findTensorflowProblem(): string | undefined {
  if (existsSync(join(packageFolder, 'lib/napi-v8/tfjs_binding.node'))) return undefined;
  const found = readFindings();
  return `${found?.missing ?? 'the native library is not set up'}; to fix it: ${found?.remedy ?? 'npm run setup'}`;
}

function readFindings(): { missing?: string; remedy?: string } | undefined {
  try {
    return JSON.parse(readFileSync(join(packageFolder, '../../.duality/engine.json'), 'utf8')).tensorflow;
  } catch {
    return undefined;
  }
}

export async function loadTensorflow(): Promise<LoadedBackend> {
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '2';
  restoreRemovedFunctions();
  quietly(() => require('@tensorflow/tfjs-node-gpu'));
  await tf.ready();
  const { binding } = tf.backend() as unknown as TensorflowBackend;
  const cores = cpus();
  return {
    version: binding.TF_Version,
    device: binding.isUsingGpuDevice() ? 'GPU' : `${cores.length} × ${cores[0]?.model.trim() ?? 'CPU'}`,
  };
}

/** The package still calls functions that Node 23 removed (tensorflow/tfjs#8609) or warns about. */
function restoreRemovedFunctions(): void {
  const util = require('node:util') as Record<string, unknown>;
  util.isNullOrUndefined ??= (value: unknown) => value === null || value === undefined;
  util.isArray = Array.isArray;
}
