import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../../../tests/bench/wgan_gp_torch.py', import.meta.url));

/** PyTorch in a process of its own, which computes only when it is asked to. */
export interface Pytorch {
  version: string;
  /** Does `count` critic updates of the workload and gives the milliseconds that each took. */
  turn: (workload: string, count: number) => Promise<number[]>;
  stop: () => Promise<void>;
}

/** @returns what is missing, in one sentence, where PyTorch does not start */
export async function startPytorch(python = 'python3'): Promise<Pytorch | string> {
  const child = spawn(python, [script, String(availableParallelism())], { stdio: ['pipe', 'pipe', 'pipe'] });
  let problem = '';
  const ended = new Promise<void>((resolve) => {
    child.on('error', (error) => {
      problem = error.message;
      resolve();
    });
    child.on('close', () => resolve());
  });
  child.stderr.on('data', (text) => {
    problem = String(text).trim().split('\n').at(-1) ?? '';
  });
  child.stdin.on('error', () => {}); // it has ended, which the lines below notice
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const read = async () => {
    const { value, done } = await answers.next();
    if (!done) return JSON.parse(value);
    await ended; // then what it complained of has come too
    return undefined;
  };
  const hello = await read();
  if (!hello) return `${python}: ${problem || 'it ended at once'}`;
  return {
    version: hello.version,
    turn: async (workload, iterations) => {
      child.stdin.write(`${JSON.stringify({ workload, iterations })}\n`);
      const answer = await read();
      if (!answer) throw new Error(`PyTorch ended in the middle of "${workload}": ${problem}`);
      return answer.ms;
    },
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
