import type { Run } from '@duality/shared';
import type { Store } from '@duality/shared/store';
import { type Snapshot, saveCheckpoint } from './checkpoint.ts';
import type { DrawSamples } from './draw-samples.ts';
import type { TrainedStep } from './train.ts';

/** Turns steps into rows and files. `savedStep` is the step of the newest checkpoint, 0 for none. */
export function createRecorder(store: Store, run: Run, snapshot: Snapshot, draw: DrawSamples, savedStep: number) {
  let lastSaved = savedStep;
  const save = async (step: number) => {
    if (step === lastSaved) return;
    await saveCheckpoint(store, run, step, snapshot);
    lastSaved = step;
  };
  return {
    /** When it returns, the step is committed. Throws a DivergedError when its state is not fit for a checkpoint. */
    record: async ({ step, values, samples, isCheckpoint }: TrainedStep): Promise<void> => {
      store.metric.append(run.id, step, values);
      if (samples)
        store.sampleGrid.add({ runId: run.id, step, ...draw((await samples.data()) as Float32Array, samples.shape) });
      if (isCheckpoint) await save(step);
    },
    /** Saves the state after `step` unless that was the last thing saved. */
    save,
  };
}
