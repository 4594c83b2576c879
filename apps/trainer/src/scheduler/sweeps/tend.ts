import { hasDiverged, type Sweep, type Trial, wasInterrupted } from '@duality/shared';
import type { Store } from '@duality/shared/store';

/** A trainer that is killed this often without getting any further will be the next time. */
const interruptionsAtMost = 5;

interface Tending {
  store: Store;
  say: (line: string) => void;
}

/** Brings a trial on from where its run stands: wakes it, tries it again, or takes down what it came to. */
export function tend({ store, say }: Tending, sweep: Sweep, trial: Trial): void {
  const { id, runId, state, number } = trial;
  if (trial.isSettled || state === 'queued' || state === 'running') return;
  const isGoing = sweep.status === 'running' || sweep.status === 'paused';
  if (state === 'paused') {
    // The rest of a sweep that is over, or of a scheduler that was ended.
    if (!isGoing) store.sweep.trial.giveUp(trial);
    else if (!trial.isPaused) store.sweep.trial.wake(trial);
    return;
  }
  if (state === 'failed' && runId !== null && sweep.status !== 'cancelled') {
    const run = store.run.get(runId);
    if (wasInterrupted(run) && trial.interruptions < interruptionsAtMost) {
      say(`Trial ${number} of sweep ${sweep.id} was interrupted at step ${run.lastStep} and goes on`);
      store.sweep.trial.goOn(id);
      return;
    }
    if (isGoing && !wasInterrupted(run) && !hasDiverged(run) && trial.retries < sweep.request.retries) {
      say(`Trial ${number} of sweep ${sweep.id} failed and is tried again: ${run.reason}`);
      store.sweep.trial.retry(id);
      return;
    }
  }
  const isUseful = state === 'completed' || state === 'pruned';
  store.sweep.trial.settle(
    id,
    isUseful && runId !== null ? store.sweep.objective.find(runId, sweep.request.objective) : null,
  );
}
