import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A script in a process of its own that answers one JSON object a line with another, and says hello first. */
export interface PythonProcess {
  hello: Record<string, unknown>;
  ask: (question: Record<string, unknown>) => Promise<unknown>;
  stop: () => Promise<void>;
}

/** @returns what is missing, in one sentence, where it does not start */
export async function startPython(python = 'python3', args: string[]): Promise<PythonProcess | string> {
  const child = spawn(python, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  let problem = '';
  const ended = new Promise<void>((resolve) => {
    child.on('error', (error) => {
      problem = error.message;
      resolve();
    });
    child.on('close', () => resolve());
  });
  child.stderr.on('data', (text) => {
    problem = String(text).trim().split('\n').at(-1) || problem; // a line may come in parts, its end alone
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
    hello,
    ask: async (question) => {
      child.stdin.write(`${JSON.stringify(question)}\n`);
      const answer = await read();
      if (!answer) throw new Error(`${python} ended in the middle of ${JSON.stringify(question)}: ${problem}`);
      return answer;
    },
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
