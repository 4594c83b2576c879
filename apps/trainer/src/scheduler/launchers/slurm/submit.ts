import { isAbsolute } from 'node:path';
import { ArgumentError, ExplainedError, SlurmPlace } from '@duality/shared';

interface Submission {
  place: SlurmPlace;
  /** How many tasks the array has. */
  tasks: number;
  /** How many of them Slurm may run at the same time; all it likes when undefined. */
  atOnce: number | undefined;
  /** Made of ids, as `sweep-3`; jobs are called `duality-` and this. */
  name: string;
  /** Working directory of the jobs, and where their logs go. */
  folder: string;
  /** The fixed batch script. What is put behind it are the script's own arguments. */
  script: string;
  /** How long before its time is up a job is told so. */
  tellBeforeS: number;
}

/** The arguments of `sbatch`. Throws where the place is not what its schema allows, or a path could mean something to Slurm. */
export function submissionOf(submission: Submission): string[] {
  const { folder, script, tellBeforeS } = submission;
  const place = SlurmPlace.parse(submission.place);
  return [
    '--parsable',
    `--array=${arrayOf(submission)}`,
    '--requeue',
    '--open-mode=append',
    // To the script itself, which takes it for a wish to save and end.
    `--signal=B:TERM@${wholeNumber('the warning time', tellBeforeS)}`,
    `--job-name=duality-${nameOf(submission)}`,
    `--output=${safePath('the folder of the jobs', folder)}/log-%A_%a.txt`,
    `--chdir=${folder}`,
    // All of it: sites set up CUDA, scratch folders and licences by variables that we cannot know.
    '--export=ALL',
    `--cpus-per-task=${place.cpus}`,
    `--mem=${place.memoryMb}M`,
    ...(place.gpus > 0 ? [`--gpus=${place.gpus}`] : []),
    `--time=${place.minutes}`,
    ...(['partition', 'account', 'qos'] as const).flatMap((name) => (place[name] ? [`--${name}=${place[name]}`] : [])),
    ...place.flags,
    safePath('the batch script', script),
  ];
}

/** The id in what `sbatch --parsable` prints: `123`, or `123;cluster`. */
export function parseJobId(stdout: string): string {
  // A site's own greeting may stand in the lines before.
  const [, id] = /^(\d+)(?:;\S+)?$/.exec(stdout.trim().split('\n').at(-1)?.trim() ?? '') ?? [];
  if (id !== undefined) return id;
  throw new ExplainedError(
    `"sbatch" named no job but said ${JSON.stringify(stdout.slice(0, 200))}; see with "squeue" whether it submitted one`,
  );
}

const arrayOf = ({ tasks, atOnce }: Submission): string =>
  `0-${wholeNumber('the number of tasks', tasks) - 1}${atOnce === undefined ? '' : `%${wholeNumber('tasks at once', atOnce)}`}`;

function nameOf({ name }: Submission): string {
  if (/^[a-z0-9][a-z0-9-]{0,59}$/.test(name)) return name;
  throw new ArgumentError(`a job's name is made of small letters, digits and dashes, not ${JSON.stringify(name)}`);
}

function wholeNumber(what: string, value: number): number {
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new ArgumentError(`${what} must be a whole number above zero, not ${value}`);
}

/** `sbatch` puts a job's number in the place of `%j` and the like, and reads a backslash as the wish to have none of it. */
function safePath(what: string, path: string): string {
  if (isAbsolute(path) && !/[%\\\p{Cc}\u2028\u2029]/u.test(path)) return path;
  throw new ArgumentError(
    `${what} has the path ${JSON.stringify(path)}, which Slurm cannot take: it must be absolute and hold no "%", "\\" or control character; choose a folder with a plainer name`,
  );
}
