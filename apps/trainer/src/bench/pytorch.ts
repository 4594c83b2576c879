import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { startPython } from './python.ts';

const script = fileURLToPath(new URL('../../../../tests/bench/wgan_gp_torch.py', import.meta.url));

/** PyTorch in a process of its own, which computes only when it is asked to. */
export interface Pytorch {
  version: string;
  /** Does `count` critic updates of the workload and gives the milliseconds that each took. */
  turn: (workload: string, count: number) => Promise<number[]>;
  stop: () => Promise<void>;
}

/** @returns what is missing, in one sentence, where PyTorch does not start */
export async function startPytorch(python?: string): Promise<Pytorch | string> {
  const process = await startPython(python, [script, String(availableParallelism())]);
  if (typeof process === 'string') return process;
  return {
    version: process.hello.version as string,
    turn: async (workload, iterations) => ((await process.ask({ workload, iterations })) as { ms: number[] }).ms,
    stop: process.stop,
  };
}
