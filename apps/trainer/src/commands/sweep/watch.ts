import { setTimeout } from 'node:timers/promises';
import type { SweepId } from '@duality/shared';
import type { Store } from '@duality/shared/store';
import { describeCounts } from './describe.ts';

const lookEveryMs = 500;

/** Tells of a sweep until it is over: exit code 0 when it is complete, 1 when people ended it, 130 on Ctrl-C, which ends the watching only. */
export async function watchSweep(store: Store, id: SweepId, asJson: boolean): Promise<number> {
  let isLeaving = false;
  process.once('SIGINT', () => {
    isLeaving = true;
  });
  let told = '';
  for (;;) {
    const sweep = store.sweep.getSummary(id);
    const line = asJson
      ? JSON.stringify({ type: 'progress', sweepId: id, status: sweep.status, counts: sweep.counts, best: sweep.best })
      : `${sweep.status} · ${describeCounts(sweep)}`;
    if (line !== told) console.log(line);
    told = line;
    const isOver = sweep.status === 'completed' || sweep.endedAt !== null;
    if (isOver && !store.sweep.trial.list(id).some(({ isSettled }) => !isSettled))
      return sweep.status === 'completed' ? 0 : 1;
    if (isLeaving) return 130;
    await setTimeout(lookEveryMs);
  }
}
