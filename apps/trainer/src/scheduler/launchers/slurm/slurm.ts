import { mkdirSync } from 'node:fs';
import { describeError, type Job, type Run, type SlurmReport } from '@duality/shared';
import { runFolder, writeOrder } from '@duality/shared/exchange';
import type { RunElsewhere } from '@duality/shared/store';
import { type Arrays, groupArrays } from './arrays.ts';
import type { Hub } from './hub.ts';
import { type QueuedJob, readQueue } from './queue.ts';
import { isRefusal } from './refusal.ts';
import { readReport } from './report.ts';
import { createSettling } from './settling.ts';
import { createStops } from './stops.ts';
import { jobName, submitArray } from './submit-array.ts';

const reportEveryMs = 60_000;
/** A worker that has said its last takes what it wrote to the hub for so long. */
const leavingMs = 120_000;

/**
 * Runs that train on a Slurm cluster. Slurm alone decides when and where; this only tells it what is wanted, and the store
 * what it says. Every round begins with what the queue shows, so that a hub that was away goes on where things stand.
 */
export function createSlurm({ store, exchange, say, takeAll }: Hub) {
  let report: SlurmReport | null = null;
  let reportedAt = Number.NEGATIVE_INFINITY;
  let trouble = '';
  const stops = createStops(exchange, say);
  const settling = createSettling({ store, exchange, say, takeAll }, stops.hasEnded);
  /** Names of the arrays that are being submitted. */
  const submitting = new Set<string>();

  const refreshReport = async (): Promise<void> => {
    if (performance.now() - reportedAt < reportEveryMs) return;
    report = await readReport();
    // Once, and not in place of a shared folder that has gone away.
    if (report && reportedAt < 0) mkdirSync(exchange, { recursive: true });
    reportedAt = performance.now();
  };
  const submit = async ({ runs, atOnce, place }: Arrays): Promise<void> => {
    for (const run of runs) writeOrder(store, run, runFolder(exchange, run.uid));
    // By its name it is found again, should this process end before it learns the number.
    const name = jobName();
    const seeAll = (array: string) =>
      store.write(() => {
        for (const [i, run] of runs.entries()) store.job.see(run.id, pending(`${array}_${i}`));
      });
    seeAll(name);
    submitting.add(name);
    try {
      const id = await submitArray({ exchange, place, atOnce, name, uids: runs.map(({ uid }) => uid) });
      seeAll(id);
      say(`Slurm job ${id}: ${runs.length === 1 ? `run ${runs[0]?.id}` : `${runs.length} runs`}`);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      for (const run of runs) store.job.fail(run.id, `Slurm did not take it: ${error.words}`);
      say(`Slurm did not take ${runs.map(({ id }) => `run ${id}`).join(', ')}: ${error.words}`);
    } finally {
      submitting.delete(name);
    }
  };
  /** A submission of which only the name is known: its number, or it is made anew. */
  const findSubmitted = (queue: ReadonlyMap<string, QueuedJob>, { id: runId, job }: Run): void => {
    const [, name = '', task = ''] = /^(.+)_(\d+)$/.exec(job?.id ?? '') ?? [];
    if (submitting.has(name)) return;
    const found = [...queue.values()].find((queued) => queued.name === name && queued.id.endsWith(`_${task}`));
    store.job.see(runId, found ? pending(found.id) : null);
  };
  const see = (run: Run, job: QueuedJob): void => {
    settling.isThere(run.id);
    const { id, state, reason, node, requeues } = job;
    store.job.see(run.id, { id, state, reason, node, requeues, isOver: false });
  };
  const tend = async (queue: ReadonlyMap<string, QueuedJob>, one: RunElsewhere): Promise<void> => {
    const { run } = one;
    if (run.job === null || run.job.isOver) return;
    if (isName(run.job.id)) return findSubmitted(queue, run);
    const job = queue.get(run.job.id);
    if (!job) return settling.settle(one, run.job);
    see(run, job);
    if (one.isPaused) {
      store.sweep.trial.expectRest(run.id, true);
      if (run.status === 'running' && one.stopRequestedAt === null) store.run.requestStop(run.id);
    }
    if (one.stopRequestedAt !== null || one.isPaused) stops.want(run, job);
    else stops.forget(run.id);
  };
  /** Runs that were stopped, removed or failed while their job waited or hung. */
  const endRest = (queue: ReadonlyMap<string, QueuedJob>): void => {
    for (const run of store.job.listUnsettled()) {
      const job = run.job as Job;
      if (isName(job.id)) {
        findSubmitted(queue, run);
        continue;
      }
      const queued = queue.get(job.id);
      if (!queued) store.job.see(run.id, { ...job, state: 'COMPLETED', isOver: true });
      else if (run.status !== 'completed' || Date.now() - (run.endedAt ?? 0) > leavingMs) stops.want(run, queued);
    }
  };
  /** A cluster that nobody uses is not asked, so that its troubles are nobody's. */
  const isAnythingThere = () => store.job.listActive().length + store.job.listUnsettled().length > 0;
  const round = async (): Promise<void> => {
    await refreshReport();
    if (!report || !isAnythingThere()) return;
    const queue = await readQueue();
    for (const one of store.job.listActive()) await tend(queue, one);
    endRest(queue);
    stops.carryOut();
    for (const arrays of groupArrays(store, store.job.listActive())) await submit(arrays);
  };

  return {
    report: () => report,
    /** Never throws: a cluster out of reach is told once, and asked again. */
    round: async (): Promise<void> => {
      try {
        await round();
        if (trouble) say('Slurm answers again.');
        trouble = '';
      } catch (error) {
        const words = describeError(error);
        if (words !== trouble) say(`Slurm cannot be asked now, and is asked again: ${words}`);
        trouble = words;
        if (report) report = { ...report, problem: words };
        reportedAt = Number.NEGATIVE_INFINITY;
      }
    },
  };
}

const pending = (id: string): Job => ({
  ...{ id, state: 'PENDING', reason: null, node: null, requeues: 0, isOver: false },
});

const isName = (id: string): boolean => !/^\d/.test(id);
