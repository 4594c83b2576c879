import type { Database } from 'better-sqlite3';
import { findCloneProblems, findDifferences } from '../domain/clone.ts';
import { describeProblems } from '../domain/config-problems.ts';
import { ArgumentError, NotFoundError } from '../domain/errors.ts';
import type { CloneRequest, Run } from '../domain/run.ts';
import type { checkpointStore } from './checkpoint.ts';
import type { logStore } from './log.ts';
import type { runStore } from './run.ts';

interface Needed {
  run: ReturnType<typeof runStore>;
  checkpoint: ReturnType<typeof checkpointStore>;
  log: ReturnType<typeof logStore>;
}

/** New runs that start from a checkpoint of another run; their trainers copy it. */
export function cloneStore(db: Database, { run, checkpoint, log }: Needed) {
  const findStep = ({ runId, at }: CloneRequest): number => {
    const steps = checkpoint.list(runId).map(({ step }) => step);
    const step = at ?? steps[0];
    if (step !== undefined && steps.includes(step)) return step;
    const there = steps.length > 0 ? `it has those of steps ${steps.reverse().join(', ')}` : 'it has none';
    throw new NotFoundError(`run ${runId} has no checkpoint${at === undefined ? '' : ` of step ${at}`}: ${there}`);
  };
  const queue = db.transaction((request: CloneRequest, isHere: boolean): Run => {
    const parent = run.get(request.runId);
    const step = findStep(request);
    const problems = findCloneProblems(parent, step, request.config);
    if (problems.length > 0) throw new ArgumentError(describeProblems(problems));
    const config = { ...parent.config, ...request.config };
    const engine = request.engine ?? parent.requestedEngine;
    const name = request.name ?? `${parent.name.slice(0, 90)} · from step ${step}`;
    const { experiment = parent.experiment, tags } = request;
    const place = parent.place?.kind === 'slurm' && !isHere ? parent.place : undefined;
    const wish = { preset: parent.preset, name, engine, config, experiment, tags, place };
    const clone = run.queue(wish, request.dataDir ?? parent.dataDir, {
      runId: parent.id,
      step,
      // Without a wish of its own it stays where its weights were computed, so that an unchanged clone repeats the curve.
      engine: request.engine ? null : parent.engine,
    });
    const changes = findDifferences(parent.config, config).map(({ key, from, to }) => `${key} ${from} → ${to}`);
    log.add(clone.id, 'info', `clone of run ${parent.id} at step ${step}; ${changes.join(', ') || 'nothing changed'}`);
    return clone;
  });
  const begin = db.transaction((request: CloneRequest, holder: string) => run.take(queue(request, true).id, holder));
  return {
    /** Waits for a scheduler, where its parent was trained. Throws an ArgumentError that names every key which cannot change. */
    queue: (request: CloneRequest): Run => queue.immediate(request, false),
    /** Queues and takes in one go, so that no scheduler comes between. */
    begin: (request: CloneRequest, holder: string): Run => begin.immediate(request, holder),
  };
}
