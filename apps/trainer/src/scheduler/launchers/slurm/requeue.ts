import { ExplainedError } from '@duality/shared';
import { checkId } from './ended.ts';
import { type CommandOptions, runCommand } from './run-command.ts';

/** Puts the job that this process is part of back into the queue. Slurm then ends it, so nothing may remain to be done. */
export async function requeueSelf(env: NodeJS.ProcessEnv, options: CommandOptions = {}): Promise<void> {
  await runCommand('scontrol', ['requeue', ownId(env)], { env, ...options });
}

/** Whether this process's job is neither waiting again nor cancelled, as far as the controller knows. */
export async function isOwnRunning(env: NodeJS.ProcessEnv, options: CommandOptions = {}): Promise<boolean> {
  const { stdout } = await runCommand('scontrol', ['--oneliner', 'show', 'job', ownId(env)], { env, ...options });
  return /(?:^| )JobState=RUNNING(?: |$)/.test(stdout);
}

export function ownId({ SLURM_ARRAY_JOB_ID: array, SLURM_ARRAY_TASK_ID: task, SLURM_JOB_ID: job }: NodeJS.ProcessEnv) {
  const id = array && task ? `${array}_${task}` : job;
  if (!id)
    throw new ExplainedError('this is not inside a Slurm job (SLURM_JOB_ID is not set); submit it with "sbatch"');
  checkId(id);
  return id;
}
