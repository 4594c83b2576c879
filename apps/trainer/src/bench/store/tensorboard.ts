import { fileURLToPath } from 'node:url';
import { startPython } from '../python.ts';

const script = fileURLToPath(new URL('../../../../../tests/bench/tensorboard_store.py', import.meta.url));

interface OpenedCurves {
  /** From the start of the server until every curve was fetched whole, as it serves them. */
  coldSeconds: number;
  /** To fetch all of them again. */
  warmSeconds: number;
  /** Runs whose one-step spike is in what the server gives. */
  spikes: number;
}

/** TensorBoard with tensorboardX as its writer, in a process of its own. */
export interface Tensorboard {
  version: string;
  /** Writes these metrics for so many steps, flushing each step; the seconds that took. */
  writeFlushed: (steps: number, names: readonly string[]) => Promise<number>;
  openCurves: (runs: number, steps: number, height: number) => Promise<OpenedCurves>;
  stop: () => Promise<void>;
}

/** @returns what is missing, in one sentence, where it does not start */
export async function startTensorboard(python: string | undefined): Promise<Tensorboard | string> {
  const process = await startPython(python, [script]);
  if (typeof process === 'string') return process;
  return {
    version: process.hello.version as string,
    writeFlushed: async (steps, names) =>
      ((await process.ask({ write: { steps, names } })) as { seconds: number }).seconds,
    openCurves: async (runs, steps, height) => (await process.ask({ open: { runs, steps, height } })) as OpenedCurves,
    stop: process.stop,
  };
}
