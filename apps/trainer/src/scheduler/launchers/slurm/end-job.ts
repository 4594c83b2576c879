import { checkId } from './ended.ts';
import { CommandError, type CommandOptions, runCommand } from './run-command.ts';

/**
 * Asks running jobs to save a checkpoint and end: SIGTERM to their scripts. Those that wait are left alone: without
 * the filter `scancel` would try on them for half a minute.
 */
export const askToEnd = (ids: readonly string[], options: CommandOptions = {}): Promise<void> =>
  scancel(['--signal=TERM', '--batch', '--state=RUNNING'], ids, options);

/** Takes jobs out of the queue, or ends them: SIGTERM, and SIGKILL after the cluster's own wait. */
export const cancel = (ids: readonly string[], options: CommandOptions = {}): Promise<void> =>
  scancel([], ids, options);

const atATime = 500;

async function scancel(args: readonly string[], ids: readonly string[], options: CommandOptions): Promise<void> {
  for (const id of ids) checkId(id);
  for (let from = 0; from < ids.length; from += atATime) {
    try {
      await runCommand('scancel', [...args, ...ids.slice(from, from + atATime)], options);
    } catch (error) {
      if (!isOverAlready(error)) throw error;
    }
  }
}

/** Of several complaints only the last are kept, but the command goes on after each. */
const isOverAlready = (error: unknown): boolean =>
  error instanceof CommandError &&
  error.words !== '' &&
  error.words.split(' | ').every((line) => /Invalid job id specified|already complet/i.test(line));
