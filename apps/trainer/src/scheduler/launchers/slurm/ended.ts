import { ArgumentError } from '@duality/shared';
import { hasEnded, unlessNone } from './queued-job.ts';
import { CommandError, type CommandOptions, MissingCommandError, runCommand } from './run-command.ts';
import { tasksOf } from './task-list.ts';

interface JobEnd {
  state: string;
  /** In Slurm's words, as `NonZeroExitCode`, with the exit code or the signal; null where it gives none. */
  reason: string | null;
}

/** How jobs ended that the queue no longer lists. Those that nobody remembers are absent, as are those that live. */
export async function describeEnded(
  ids: readonly string[],
  options: CommandOptions = {},
): Promise<Map<string, JobEnd>> {
  for (const id of ids) checkId(id);
  const ends = new Map<string, JobEnd>();
  for (const array of new Set(ids.map(arrayOf))) {
    const text = await askController(array, options);
    for (const [id, end] of parseShownJobs(text)) ends.set(id, end);
  }
  const unknown = ids.filter((id) => endOf(ends, id) === undefined);
  if (unknown.length > 0) for (const [id, end] of await askAccounts(unknown, options)) ends.set(id, end);
  return new Map(
    ids.flatMap((id) => {
      const end = endOf(ends, id);
      return end && hasEnded(end) ? [[id, end]] : [];
    }),
  );
}

/** Tasks that were cancelled before they were looked at one by one have one record, that of their array. */
const endOf = (ends: ReadonlyMap<string, JobEnd>, id: string): JobEnd | undefined =>
  ends.get(id) ?? ends.get(arrayOf(id));

const arrayOf = (id: string): string => id.split('_')[0] as string;

/** Of `scontrol --oneliner show job`, by id. */
export function parseShownJobs(text: string): Map<string, JobEnd> {
  return new Map(
    text.split('\n').flatMap((line) => {
      const field = (name: string) => new RegExp(`(?:^| )${name}=(\\S*)`).exec(line)?.[1];
      const [job, state] = [field('ArrayJobId') ?? field('JobId'), field('JobState')];
      if (job === undefined || state === undefined) return [];
      const end = describe(state, field('Reason') ?? '', field('ExitCode') ?? '');
      const tasks = tasksOf(field('ArrayTaskId') ?? '');
      return (tasks.length > 0 ? tasks.map((task) => `${job}_${task}`) : [job]).map((id): [string, JobEnd] => [
        id,
        end,
      ]);
    }),
  );
}

/** Of `sacct --parsable2` with id, state, exit code and reason, by id. */
export function parseAccounts(text: string): Map<string, JobEnd> {
  return new Map(
    text.split('\n').flatMap((line): [string, JobEnd][] => {
      const [id = '', state = '', exit = '', reason = ''] = line.split('|');
      // A state may be followed by who did it, as in "CANCELLED by 1000".
      return /^\d+(_\d+)?$/.test(id) ? [[id, describe(state.split(' ')[0] ?? '', reason, exit)]] : [];
    }),
  );
}

function describe(state: string, reason: string, exit: string): JobEnd {
  const words = [unlessNone(reason), describeExit(exit)].filter((word) => word !== null);
  return { state, reason: words.length > 0 ? words.join(', ') : null };
}

/** From `CODE:SIGNAL`. */
function describeExit(exit: string): string | null {
  const [code, signal] = exit.split(':').map(Number);
  if (signal) return `ended by signal ${signal}`;
  return code ? `exit code ${code}` : null;
}

async function askController(id: string, options: CommandOptions): Promise<string> {
  try {
    return (await runCommand('scontrol', ['--oneliner', 'show', 'job', id], options)).stdout;
  } catch (error) {
    if (error instanceof CommandError && /Invalid job id/i.test(error.words)) return '';
    throw error;
  }
}

/** Many clusters keep no accounts, or none that users may read. */
async function askAccounts(ids: readonly string[], options: CommandOptions): Promise<Map<string, JobEnd>> {
  const args = ['--noheader', '--parsable2', '--allocations', '--format=JobID,State,ExitCode,Reason'];
  try {
    const { stdout } = await runCommand('sacct', [...args, `--jobs=${ids.join(',')}`], options);
    return parseAccounts(stdout);
  } catch (error) {
    if (error instanceof CommandError || error instanceof MissingCommandError) return new Map();
    throw error;
  }
}

export function checkId(id: string): void {
  if (!/^\d{1,10}(_\d{1,10})?$/.test(id)) throw new ArgumentError(`${JSON.stringify(id)} is not the id of a Slurm job`);
}
