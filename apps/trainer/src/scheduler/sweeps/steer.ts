import type { Sweep } from '@duality/shared';
import { endBadTrials } from './end-bad-trials.ts';
import { type Proposing, propose } from './propose.ts';
import { tend } from './tend.ts';

/** What the sweeps' trials need, before the next ones are chosen: `free` is how many runs could start now. */
export function steerSweeps(by: Proposing, free: number, now: number): void {
  for (const sweep of by.store.sweep.listActive()) {
    for (const trial of by.store.sweep.trial.list(sweep.id)) tend(by, sweep, trial);
    if (sweep.status !== 'running') continue;
    endBadTrials(by, sweep);
    if ((free > 0 || sweep.request.place) && propose(by, sweep, free, now)) completeWhenOver(by, sweep);
  }
}

function completeWhenOver({ store, say }: Proposing, sweep: Sweep): void {
  if (store.sweep.trial.list(sweep.id).some(({ isSettled }) => !isSettled)) return;
  store.sweep.complete(sweep.id);
  const { best } = store.sweep.getSummary(sweep.id);
  const { metric } = sweep.request.objective;
  say(`Sweep ${sweep.id} is complete${best ? `; best is trial ${best.number} with ${metric} ${best.objective}` : ''}`);
}
