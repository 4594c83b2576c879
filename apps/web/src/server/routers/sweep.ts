import { type Job, RunId, type SweepSummary, type Trial } from '@duality/shared';
import type { Store } from '@duality/shared/store';
import { z } from 'zod';
import { estimateSweep } from '../sweep-estimate.ts';
import { sweepRequest } from '../sweep-request.ts';
import { procedure, router } from '../trpc.ts';

const Id = z.int().positive();
const SweepRef = z.object({ sweepId: Id });
const TrialRef = z.object({ trialId: Id });

/** With what a cluster says of its run while that waits or trains; null for one of this machine. */
interface ShownTrial extends Trial {
  job: Job | null;
}

interface ShownSweep {
  summary: SweepSummary;
  trials: ShownTrial[];
}

/** What a page shows of a sweep: trials that go on have the objective that they have reached so far. */
function show(store: Store, sweepId: number): ShownSweep {
  const summary = store.sweep.getSummary(sweepId);
  const { objective } = summary.request;
  const reached = (trial: Trial) =>
    trial.runId === null ? null : (trial.objective ?? store.sweep.objective.find(trial.runId, objective));
  const active = summary.request.place ? store.job.listActive() : [];
  const jobs = new Map(active.map(({ run }) => [run.id, run.job]));
  return {
    summary,
    trials: store.sweep.trial.list(sweepId).map((trial) => ({
      ...trial,
      objective: reached(trial),
      job: jobs.get(trial.runId ?? 0) ?? null,
    })),
  };
}

/** A verb for all of a sweep. */
const verb = (name: 'pause' | 'resume' | 'stop' | 'cancel') =>
  procedure.input(SweepRef).mutation(({ ctx: { store }, input: { sweepId } }) => {
    store.sweep[name](sweepId);
    return store.read(() => show(store, sweepId));
  });

/** The same for one of its trials. */
const trialVerb = (name: 'pause' | 'resume') =>
  procedure.input(TrialRef).mutation(({ ctx: { store }, input: { trialId } }) => {
    store.sweep.trial[name](trialId);
    return store.read(() => show(store, store.sweep.trial.get(trialId).sweepId));
  });

export const sweepRouter = router({
  /** Newest first. */
  list: procedure.query(({ ctx: { store } }) => store.read(() => ({ sweeps: store.sweep.list() }))),
  get: procedure
    .input(SweepRef)
    .query(({ ctx: { store }, input: { sweepId } }) => store.read(() => show(store, sweepId))),
  /** The sweep and the trial that a run belongs to; null for a run of its own. */
  ofRun: procedure.input(z.object({ runId: RunId })).query(({ ctx: { store }, input: { runId } }) =>
    store.read(() => {
      const trial = store.sweep.trial.findByRun(runId);
      if (!trial) return null;
      const { id, name } = store.sweep.get(trial.sweepId);
      return { sweepId: id, name, number: trial.number };
    }),
  ),
  /** A scheduler will propose its trials. */
  create: procedure.input(sweepRequest).mutation(({ ctx: { store }, input }) => store.sweep.create(input)),
  /** How many trials it would have, and how long each would take on this machine. */
  estimate: procedure
    .input(sweepRequest)
    .query(({ ctx: { store }, input }) => store.read(() => estimateSweep(store, input))),
  pause: verb('pause'),
  resume: verb('resume'),
  stop: verb('stop'),
  cancel: verb('cancel'),
  pauseTrial: trialVerb('pause'),
  resumeTrial: trialVerb('resume'),
});
