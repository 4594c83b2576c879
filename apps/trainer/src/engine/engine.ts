import { type EngineChoice, type EngineName, type EngineReport, ExplainedError, engineNames } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import type { LoadedBackend } from './backend.ts';
import { loadCpu } from './cpu.ts';
import { registerLeakyReluGrad } from './gradients/leaky-relu-grad.ts';
import { registerSecondOrderGradients } from './gradients/second-order-gradients.ts';
import { findTensorflowProblem, loadTensorflow } from './tensorflow.ts';
import { loadWasm } from './wasm.ts';
import { findWebgpuProblem, loadWebgpu, lookForGpu } from './webgpu.ts';

interface Engine {
  /** Asks the driver, where only that can tell; findProblem then knows for certain. */
  look?: () => Promise<unknown>;
  /** Why it cannot run here and what would help; nothing when it can. */
  findProblem: () => string | undefined;
  /** asked: by name; otherwise it may refuse for being slow. */
  load: (asked: boolean) => Promise<LoadedBackend>;
}

const engines: Record<EngineName, Engine> = {
  tensorflow: { findProblem: findTensorflowProblem, load: loadTensorflow },
  webgpu: { look: lookForGpu, findProblem: findWebgpuProblem, load: loadWebgpu },
  wasm: { findProblem: () => undefined, load: loadWasm },
  cpu: { findProblem: () => undefined, load: loadCpu },
};

/** Fastest first. `cpu` is the independent check, never a silent choice. */
const preference: readonly EngineName[] = ['tensorflow', 'webgpu', 'wasm'];

export interface Availability {
  engine: EngineName;
  available: boolean;
  problem: string | null;
}

/** Without asking any driver: `examineEngines` does. */
export const listEngines = (): Availability[] =>
  engineNames.map((engine) => {
    const problem = engines[engine].findProblem();
    return { engine, available: problem === undefined, problem: problem ?? null };
  });

export async function examineEngines(): Promise<Availability[]> {
  await Promise.all(Object.values(engines).map(({ look }) => look?.()));
  return listEngines();
}

/**
 * Loads the engine, once a process, and makes its gradients fit for training. `auto` takes the fastest that works and
 * says why; an engine asked for by name that cannot run is an ExplainedError, never a silent fallback.
 */
export async function startEngine(choice: EngineChoice, reason = 'asked for by name'): Promise<EngineReport> {
  const engine = choice === 'auto' ? await loadFirst(preference) : await loadNamed(choice, reason);
  registerSecondOrderGradients();
  registerLeakyReluGrad();
  return engine;
}

async function examine(engine: EngineName): Promise<string | undefined> {
  await engines[engine].look?.();
  return engines[engine].findProblem();
}

async function loadNamed(engine: EngineName, reason: string): Promise<EngineReport> {
  const problem = await examine(engine);
  if (problem) throw new ExplainedError(`the engine "${engine}" cannot run here: ${problem}`);
  return { engine, opThreads: null, ...(await load(engine, true)), reason };
}

async function loadFirst([engine, ...others]: readonly EngineName[], problems: string[] = []): Promise<EngineReport> {
  if (!engine) throw new ExplainedError(`no engine can run here: ${problems.join('; ')}`);
  const problem = await examine(engine);
  try {
    if (!problem)
      return { engine, opThreads: null, ...(await load(engine, false)), reason: explainChoice(engine, problems) };
  } catch (error) {
    return loadFirst(others, [...problems, `"${engine}" cannot run here: ${(error as Error).message}`]);
  }
  return loadFirst(others, [...problems, `"${engine}" cannot run here: ${problem}`]);
}

const explainChoice = (engine: EngineName, problems: string[]) =>
  problems.length === 0
    ? 'the fastest engine, and it is ready'
    : [...problems, ...(engine === 'wasm' ? ['"wasm" is several times slower'] : [])].join('; ');

async function load(engine: EngineName, asked: boolean): Promise<LoadedBackend> {
  tf.enableProdMode(); // without it TensorFlow.js prints advertisements
  const loaded = await engines[engine].load(asked);
  if (!(await tf.setBackend(engine))) throw new ExplainedError(`TensorFlow.js cannot start its ${engine} backend`);
  return loaded;
}
