import { ExplainedError, type Run } from '@duality/shared';
import type { Store } from '@duality/shared/store';
import * as tf from '@tensorflow/tfjs-core';
import { type Checkpoint, findCheckpoint, type State } from './checkpoint.ts';
import { checkpointFolder } from './checkpoint-file.ts';

/** Where a run goes on from. */
export interface StartPoint {
  /** The last step that is done; 0 for a run from new weights. */
  step: number;
  checkpoint?: Checkpoint | undefined;
  /** The checkpoint is that of the run's parent: what this run does not share with it is missing there. */
  isParents: boolean;
  /** Step after which the optimisers' moments began. */
  optimiserStart: number;
  /** Steps of newer checkpoints that were passed over because their files are missing or damaged. */
  damaged: number[];
}

/** Throws an ExplainedError when there is something to go on from and no file of it is whole. */
export function findStartPoint(store: Store, run: Run): StartPoint {
  const { checkpoint, damaged } = findCheckpoint(store, run.id);
  if (checkpoint) return goOnFrom(checkpoint, damaged);
  if (damaged.length > 0) {
    throw new ExplainedError(
      `run ${run.id} has no whole checkpoint left in ${checkpointFolder(store, run.id)}; start it anew, or put the files back`,
    );
  }
  return run.parent
    ? startFromParent(store, run, run.parent)
    : { step: 0, isParents: false, optimiserStart: 0, damaged };
}

/** Moments belong to an optimiser: another one starts with its own. */
function startFromParent(store: Store, run: Run, { runId, step }: NonNullable<Run['parent']>): StartPoint {
  const { checkpoint } = findCheckpoint(store, runId, step);
  if (!checkpoint) {
    throw new ExplainedError(
      `run ${run.id} starts from the checkpoint of step ${step} of run ${runId}, which is not whole in ` +
        `${checkpointFolder(store, runId)}; put the file back and resume, or clone another one`,
    );
  }
  const start = { ...goOnFrom(checkpoint, []), isParents: true };
  return store.run.get(runId).config.optimiser === run.config.optimiser ? start : { ...start, optimiserStart: step };
}

const goOnFrom = (checkpoint: Checkpoint, damaged: number[]): StartPoint => ({
  step: checkpoint.step,
  checkpoint,
  isParents: false,
  optimiserStart: Number(checkpoint.metadata.optimiserStart ?? 0),
  damaged,
});

/**
 * Puts the checkpoint's values into `state`. A clone's moving average that its parent did not have starts as the
 * generator, and moments that it did not have stay 0; all else must be there in the same shape.
 */
export function restoreState(state: State, { checkpoint, isParents, step, optimiserStart }: StartPoint): void {
  if (!checkpoint) return;
  const { tensors } = checkpoint;
  const find = (name: string) =>
    tensors[name] ?? (isParents ? tensors[name.replace(/^average\//, 'generator/')] : undefined);
  const isFresh = (name: string) => isParents && step === optimiserStart && /^(generator|critic)-/.test(name);
  const names = Object.keys(state).filter((name) => !isFresh(name));
  for (const name of names) {
    const [there, here] = [find(name)?.shape, state[name]?.shape];
    if (there?.join() === here?.join()) continue;
    const what = there ? `has ${name} as [${there}]` : `lacks ${name}`;
    throw new ExplainedError(`the checkpoint ${what}, not [${here}]: it was written with other networks or data`);
  }
  for (const name of names) {
    const { values, shape } = find(name) as NonNullable<ReturnType<typeof find>>;
    tf.tidy(() => state[name]?.assign(tf.tensor(values, shape)));
  }
}
