import { readFileSync } from 'node:fs';
import { ArgumentError, describeError } from '@duality/shared';
import { runFolder, uidPattern } from '@duality/shared/exchange';
import { z } from 'zod';
import { isOwnRunning, requeueSelf } from '../scheduler/launchers/slurm/requeue.ts';
import { folderTarget } from '../worker/folder-target.ts';
import { work } from '../worker/work.ts';
import { parseArguments, refuseWords } from './arguments.ts';
import { parseJson } from './parse-json.ts';
import { textProgress } from './progress.ts';

const usage =
  'node apps/trainer/bin/worker.js --manifest FILE (as a task of a Slurm array, that the scheduler submits)';
const options = { manifest: { type: 'string' } } as const;

/** Which task of an array trains which run. */
const Manifest = z.strictObject({ exchange: z.string(), uids: z.array(z.string().regex(uidPattern)) });

/** In a job that has been told to go: as long as Slurm usually leaves between that and its end. */
const patienceMs = 90_000;

/** One task of a Slurm array: trains its run until that ends or the cluster wants the node back. */
export async function workerCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, options, usage);
  refuseWords(positionals, usage);
  const { exchange, uids } = readManifest(values.manifest);
  const { SLURM_ARRAY_JOB_ID: array, SLURM_ARRAY_TASK_ID: task } = process.env;
  const uid = uids[Number(task)];
  if (uid === undefined) throw new ArgumentError(`${values.manifest} names no run for task ${task}\nUsage: ${usage}`);
  const { SLURM_CPUS_PER_TASK: threads } = process.env;
  if (threads) process.env.DUALITY_THREADS ??= threads;
  let isCalledOff = false;
  // Before its time is over, for another job's sake, or by a person.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      isCalledOff = true;
    });
  }
  const progress = textProgress();
  const done = await work({
    target: folderTarget(runFolder(exchange, uid)),
    job: `${array}_${task}`,
    isCalledOff: () => isCalledOff,
    isStopping: () => false,
    patienceMs,
    onStart: progress.start,
    onStep: progress.step,
    onEvaluation: progress.evaluation,
    onAlert: progress.alert,
    say: (line) => console.log(line),
  });
  console.log(
    `${done.isYielded ? 'Called off' : done.status} at step ${done.step}${done.reason ? `: ${done.reason}` : ''}`,
  );
  if (done.isYielded) await goBack();
  return done.status === 'failed' ? 1 : 0;
}

/** Into the queue, unless the cluster has put it there already or a person has taken it out. */
async function goBack(): Promise<void> {
  try {
    if (await isOwnRunning(process.env)) await requeueSelf(process.env);
  } catch (error) {
    console.error(`The job could not be put back into the queue; the hub submits another: ${describeError(error)}`);
  }
}

function readManifest(file: string | undefined): z.infer<typeof Manifest> {
  if (file === undefined) throw new ArgumentError(`name the file with --manifest FILE\nUsage: ${usage}`);
  const result = Manifest.safeParse(parseJson(readFileSync(file, 'utf8')));
  if (!result.success) throw new ArgumentError(`${file} is no list of runs as the scheduler writes them`);
  return result.data;
}
