import { type EngineChoice, type EngineName, type EngineReport, ExplainedError, engineNames } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import type { LoadedBackend } from './backend.ts';
import { loadCpu } from './cpu.ts';
import { registerLeakyReluGrad } from './gradients/leaky-relu-grad.ts';
import { registerSecondOrderGradients } from './gradients/second-order-gradients.ts';
import { findTensorflowProblem, loadTensorflow } from './tensorflow.ts';
import { loadWasm } from './wasm.ts';

interface Engine {
  /** Why it cannot run here and what would help; nothing when it can. */
  findProblem: () => string | undefined;
  load: () => Promise<LoadedBackend>;
}

const engines: Record<EngineName, Engine> = {
  tensorflow: { findProblem: findTensorflowProblem, load: loadTensorflow },
  webgpu: {
    findProblem: () => 'not part of this version of Duality',
    load: () => Promise.reject(new Error('no webgpu')),
  },
  wasm: { findProblem: () => undefined, load: loadWasm },
  cpu: { findProblem: () => undefined, load: loadCpu },
};

/** Fastest first. `cpu` is the independent check, never a silent choice. */
const preference: readonly EngineName[] = ['tensorflow', 'wasm'];

export interface Availability {
  engine: EngineName;
  available: boolean;
  problem: string | null;
}

export const listEngines = (): Availability[] =>
  engineNames.map((engine) => {
    const problem = engines[engine].findProblem();
    return { engine, available: problem === undefined, problem: problem ?? null };
  });

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

async function loadNamed(engine: EngineName, reason: string): Promise<EngineReport> {
  const problem = engines[engine].findProblem();
  if (problem) throw new ExplainedError(`the engine "${engine}" cannot run here: ${problem}`);
  return { engine, ...(await load(engine)), reason };
}

async function loadFirst([engine, ...others]: readonly EngineName[], problems: string[] = []): Promise<EngineReport> {
  if (!engine) throw new ExplainedError(`no engine can run here: ${problems.join('; ')}`);
  const problem = engines[engine].findProblem();
  try {
    if (!problem) return { engine, ...(await load(engine)), reason: explainChoice(engine, problems) };
  } catch (error) {
    return loadFirst(others, [...problems, `"${engine}" failed to load: ${(error as Error).message}`]);
  }
  return loadFirst(others, [...problems, `"${engine}" cannot run here: ${problem}`]);
}

const explainChoice = (engine: EngineName, problems: string[]) =>
  problems.length === 0
    ? 'the fastest engine, and it is ready'
    : `${problems.join('; ')}; "${engine}" is several times slower`;

async function load(engine: EngineName): Promise<LoadedBackend> {
  tf.enableProdMode(); // without it TensorFlow.js prints advertisements
  const loaded = await engines[engine].load();
  await tf.setBackend(engine);
  await tf.ready();
  return loaded;
}
