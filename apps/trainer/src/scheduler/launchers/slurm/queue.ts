import { userInfo } from 'node:os';
import { parseQueueJson } from './queue-json.ts';
import { parseQueueText, textFormat } from './queue-text.ts';
import type { QueuedJob } from './queued-job.ts';
import { CommandError, type CommandOptions, runCommand } from './run-command.ts';

export { describeEnded } from './ended.ts';
export type { QueuedJob };

/** This user's jobs that wait or run, by id, `123` or `123_4`. One that is absent has ended, or was forgotten. */
export async function readQueue(options: CommandOptions = {}): Promise<Map<string, QueuedJob>> {
  const { uid } = userInfo();
  const whose = `--user=${uid}`;
  try {
    const { stdout } = await runCommand('squeue', [whose, '--json'], options);
    return parseQueueJson(stdout, uid);
  } catch (error) {
    if (!needsText(error)) throw error;
    const args = [whose, '--noheader', '--array', `--Format=${textFormat}`];
    return parseQueueText((await runCommand('squeue', args, options)).stdout);
  }
}

/** Slurm before 20.11, or built without the library for it, or one that failed: its words are in the text form only. */
const needsText = (error: unknown): boolean =>
  error instanceof SyntaxError ||
  (error instanceof CommandError && /unrecognized option|json|serializer|data_parser|maxBuffer/i.test(error.message));
