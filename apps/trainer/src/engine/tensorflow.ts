import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, cpus } from 'node:os';
import { dirname, join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import type { LoadedBackend } from './backend.ts';
import type { OpAttribute } from './graph-def.ts';
import { quietly } from './quietly.ts';
import { registerTensorflowKernels } from './tensorflow-kernels.ts';

const require = createRequire(import.meta.url);
const packageFolder = dirname(require.resolve('@tensorflow/tfjs-node-gpu/package.json'));

/** A tensor inside the native addon. */
export type TensorId = number;
type Values = Float32Array | Int32Array | Uint8Array;

/** The native addon, as far as this project talks to it directly. */
export interface Binding {
  TF_Version: string;
  TF_ATTR_STRING: number;
  TF_ATTR_INT: number;
  TF_ATTR_FLOAT: number;
  TF_ATTR_BOOL: number;
  TF_ATTR_TYPE: number;
  TF_ATTR_SHAPE: number;
  isUsingGpuDevice(): boolean;
  executeOp(op: string, attributes: OpAttribute[], inputs: TensorId[], outputs: number): { id: TensorId }[];
  createTensor(shape: number[], type: number, values: Values): TensorId;
  tensorDataSync(tensor: TensorId): Values;
  /** Ours (bin/setup/native): makes a serialised GraphDef an op of that name. The package's own addon lacks it. */
  addFunction(name: string, graph: Uint8Array, inputs: string[], outputs: string[]): void;
}

export interface TensorflowBackend {
  binding: Binding;
  executeSingleOutput(op: string, attributes: OpAttribute[], inputs: tf.Tensor[]): tf.Tensor;
  executeMultipleOutputs(op: string, attributes: OpAttribute[], inputs: tf.Tensor[], outputs: number): tf.Tensor[];
  getInputTensorIds(tensors: tf.Tensor[]): TensorId[];
  getDTypeInteger(dtype: tf.DataType): number;
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
  // A recorded step has two or three ops to run at any time: cores are better spent on those than on one op's parts.
  const threads = Number(process.env.DUALITY_THREADS) || availableParallelism();
  process.env.TF_NUM_INTEROP_THREADS ??= String(threads);
  process.env.TF_NUM_INTRAOP_THREADS ??= String(Math.max(1, Math.floor(threads / 2)));
  // On a GPU: float32 as it is called, not TF32's ten bits of it, and only the memory that is used, as runs share the card.
  process.env.NVIDIA_TF32_OVERRIDE ??= '0';
  process.env.TF_FORCE_GPU_ALLOW_GROWTH ??= 'true';
  restoreRemovedFunctions();
  quietly(() => require('@tensorflow/tfjs-node-gpu'));
  await tf.ready();
  const { binding } = tf.backend() as unknown as TensorflowBackend;
  if (!binding.isUsingGpuDevice()) registerTensorflowKernels();
  const cores = cpus();
  return {
    version: binding.TF_Version,
    opThreads: Number(process.env.TF_NUM_INTRAOP_THREADS),
    device: binding.isUsingGpuDevice() ? 'GPU' : `${cores.length} × ${cores[0]?.model.trim() ?? 'CPU'}`,
  };
}

/** The package still calls functions that Node 23 removed (tensorflow/tfjs#8609) or warns about. */
function restoreRemovedFunctions(): void {
  const util = require('node:util') as Record<string, unknown>;
  util.isNullOrUndefined ??= (value: unknown) => value === null || value === undefined;
  util.isArray = Array.isArray;
}
