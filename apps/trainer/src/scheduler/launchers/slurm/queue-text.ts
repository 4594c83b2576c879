import { firstNode, hasEnded, type QueuedJob, unlessNone } from './queued-job.ts';

const fields = ['JobArrayID', 'State', 'Reason', 'NodeList', 'RestartCnt', 'Name'];

/** For `squeue --Format`: a field's own width would cut it off, a letter after it does not. */
export const textFormat = fields.map((field) => `${field}:|`).join(',');

/** Jobs that have not ended, by id, in what `squeue --array --Format` prints. */
export function parseQueueText(text: string): Map<string, QueuedJob> {
  const jobs = text.split('\n').flatMap((line): QueuedJob[] => {
    const [id = '', state = '', reason = '', nodes = '', restarts = '', name = ''] = line.split('|').map(trim);
    if (!/^\d+(_\d+)?$/.test(id)) return [];
    const job = {
      id,
      name,
      state,
      reason: unlessNone(reason),
      node: firstNode(nodes),
      requeues: Number(restarts) || 0,
    };
    return hasEnded(job) ? [] : [job];
  });
  return new Map(jobs.map((job) => [job.id, job]));
}

const trim = (text: string): string => text.trim();
