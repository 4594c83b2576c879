import { firstNode, hasEnded, type QueuedJob, unlessNone } from './queued-job.ts';
import { tasksOf } from './task-list.ts';

type Fields = Record<string, unknown>;

/**
 * Jobs of one user that have not ended, by id, in what `squeue --json` prints. Numbers and states are plain up to
 * 22.05; later a number is `{ set, infinite, number }` and the state a list. Throws where it is no such text, or not a whole one.
 */
export function parseQueueJson(text: string, userId: number): Map<string, QueuedJob> {
  const { jobs, errors } = JSON.parse(text) as { jobs?: unknown; errors?: unknown };
  if (!Array.isArray(jobs)) throw new SyntaxError('no list of jobs');
  // Without its controller, 22.05 prints an empty list and exits with 0.
  if (Array.isArray(errors) && errors.length > 0) throw new SyntaxError('a list that may lack jobs');
  // 22.05 lists everybody's, whatever it is asked for, and those that have ended.
  const own = jobs.filter((job: Fields) => numberOf(job.user_id) === userId);
  return new Map(own.flatMap((job: Fields) => jobsOf(job)).map((job) => [job.id, job]));
}

function jobsOf(fields: Fields): QueuedJob[] {
  const state = stateOf(fields.job_state);
  if (hasEnded({ state })) return [];
  const job = {
    name: textOf(fields.name),
    state,
    reason: unlessNone(textOf(fields.state_reason)),
    node: firstNode(textOf(fields.nodes)),
    requeues: numberOf(fields.restart_cnt) ?? 0,
  };
  return idsOf(fields).map((id) => ({ id, ...job }));
}

/** Waiting tasks of an array share one record until Slurm looks at them one by one. */
function idsOf(fields: Fields): string[] {
  const array = numberOf(fields.array_job_id) || numberOf(fields.job_id);
  const task = numberOf(fields.array_task_id);
  if (task !== undefined && numberOf(fields.array_job_id)) return [`${array}_${task}`];
  const tasks = tasksOf(textOf(fields.array_task_string));
  return tasks.length > 0 ? tasks.map((task) => `${array}_${task}`) : [String(array)];
}

/** The first is what the job is; those after it say what is being done with it, as COMPLETING. */
function stateOf(value: unknown): string {
  const words = Array.isArray(value) ? value.map(String) : [textOf(value)];
  return words.includes('COMPLETING') ? 'COMPLETING' : (words[0] ?? '');
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  const { set, number } = (value ?? {}) as Fields;
  return set === true && typeof number === 'number' ? number : undefined;
}
