import { describeError, type SlurmReport } from '@duality/shared';
import { CommandError, type CommandOptions, MissingCommandError, runCommand } from './run-command.ts';

/** What can be submitted here and whether it can be now; null where this machine belongs to no cluster. */
export async function readReport(options: CommandOptions = {}): Promise<SlurmReport | null> {
  const version = await readVersion(options);
  if (version === null) return null;
  try {
    const { stdout } = await runCommand('sinfo', ['--noheader', '--format=%P'], options);
    return { version, ...parsePartitions(stdout), problem: null };
  } catch (error) {
    if (isUnconfigured(error)) return null;
    return { version, partitions: [], defaultPartition: null, problem: describeError(error) };
  }
}

/** The programs are there, as a package brings them, and belong to no cluster. */
const isUnconfigured = (error: unknown): boolean =>
  error instanceof CommandError && /configuration source/i.test(error.words);

async function readVersion(options: CommandOptions): Promise<string | null> {
  try {
    return parseVersion((await runCommand('sbatch', ['--version'], options)).stdout);
  } catch (error) {
    if (error instanceof MissingCommandError) return null;
    return 'unknown';
  }
}

/** Of `slurm 24.05.1`, or as Debian calls it, `slurm-wlm 22.05.8`. */
export const parseVersion = (text: string): string => /\d+\.\d+(\.\d+)?(-\w+)?/.exec(text)?.[0] ?? 'unknown';

/** `sinfo` puts a star behind the name of the default. */
export function parsePartitions(text: string): Pick<SlurmReport, 'partitions' | 'defaultPartition'> {
  const names = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const starred = names.find((name) => name.endsWith('*'));
  return {
    partitions: [...new Set(names.map((name) => name.replace(/\*$/, '')))],
    defaultPartition: starred?.replace(/\*$/, '') ?? null,
  };
}
