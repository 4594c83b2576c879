import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SlurmPlace } from '@duality/shared';
import { runCommand } from './run-command.ts';
import { parseJobId, submissionOf } from './submit.ts';

const script = fileURLToPath(new URL('../../../../bin/worker.sh', import.meta.url));
const door = fileURLToPath(new URL('../../../../bin/worker.js', import.meta.url));

/** Seconds before its time is over at which a worker is told. */
const tellBeforeS = 120;

const jobsFolder = (exchange: string) => join(exchange, 'jobs');
/** What a job's processes wrote to its terminal, had it one. */
export const logFile = (exchange: string, id: string) => join(jobsFolder(exchange), `log-${id}.txt`);

/** Of a new array. */
export const jobName = (): string => `duality-${randomUUID()}`;

interface Submission {
  exchange: string;
  place: SlurmPlace;
  atOnce: number | undefined;
  name: string;
  /** Of the runs, a task each. */
  uids: readonly string[];
}

/** Submits one array; its number in the cluster. Which task trains which run stands in a file, so that no argument says it. */
export async function submitArray({ exchange, place, atOnce, name, uids }: Submission): Promise<string> {
  const folder = jobsFolder(exchange);
  mkdirSync(folder, { recursive: true });
  const manifest = join(folder, `${name}.json`);
  writeFileSync(manifest, JSON.stringify({ exchange, uids }));
  const args = submissionOf({
    place,
    tasks: uids.length,
    atOnce,
    name: name.replace(/^duality-/, ''),
    folder,
    script,
    tellBeforeS,
  });
  const { stdout } = await runCommand('sbatch', [...args, process.execPath, door, '--manifest', manifest]);
  return parseJobId(stdout);
}
