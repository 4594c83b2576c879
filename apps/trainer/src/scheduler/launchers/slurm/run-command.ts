import { type ExecFileException, execFile } from 'node:child_process';
import { ExplainedError } from '@duality/shared';

/** A command of Slurm that failed, or did not answer; `words` is what it said. */
export class CommandError extends ExplainedError {
  override name = 'CommandError';
  readonly words: string;
  constructor(message: string, words: string) {
    super(message);
    this.words = words;
  }
}

export class MissingCommandError extends ExplainedError {
  override name = 'MissingCommandError';
}

export interface CommandOptions {
  /** Past it the command is ended; whether it had its effect is then unknown. */
  timeoutMs?: number;
  env?: NodeJS.ProcessEnv;
}

/** A command that cannot reach the controller tries for nine seconds by itself. */
const patienceMs = 30_000;
const largestAnswer = 256 * 2 ** 20;

/** Runs one of Slurm's commands without a shell. Throws MissingCommandError where it is not installed, CommandError where it fails. */
export function runCommand(
  program: string,
  args: readonly string[],
  { timeoutMs = patienceMs, env = process.env }: CommandOptions = {},
): Promise<{ stdout: string }> {
  const options = {
    env: environmentOf(env),
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
    maxBuffer: largestAnswer,
  } as const;
  return new Promise((resolve, reject) => {
    execFile(program, args, options, (error, stdout, stderr) => {
      if (error) reject(explain(program, error, stderr, timeoutMs));
      else resolve({ stdout });
    });
  });
}

/**
 * What such a command inherits. Inside a job, or by a person's habits, variables of these families would change what
 * it does and prints. Slurm shortens the list of an array's tasks to 64 letters unless told otherwise.
 */
export function environmentOf(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const foreign = /^(SLURM|SBATCH|SRUN|SALLOC|SQUEUE|SINFO|SCANCEL|SCONTROL|SACCT)_/;
  const kept = Object.entries(env).filter(([name]) => name === 'SLURM_CONF' || !foreign.test(name));
  return { ...Object.fromEntries(kept), SLURM_BITSTR_LEN: '0' };
}

function explain(program: string, error: ExecFileException, stderr: string, timeoutMs: number): ExplainedError {
  if (error.code === 'ENOENT') {
    return new MissingCommandError(
      `"${program}" is not on this machine's PATH; start the scheduler where Slurm's commands are, usually the cluster's login node`,
    );
  }
  const words = lastWords(stderr);
  if (error.killed && error.signal === 'SIGKILL') {
    return new CommandError(
      `"${program}" gave no answer within ${timeoutMs / 1000} s${words && ` and said: ${words}`}; see whether the cluster answers with "scontrol ping"`,
      words,
    );
  }
  return new CommandError(
    `"${program}" failed: ${words || error.message}; try the same by hand, or ask the cluster's administrators`,
    words,
  );
}

const lastWords = (stderr: string): string =>
  stderr
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(-3)
    .join(' | ')
    .slice(-500);
