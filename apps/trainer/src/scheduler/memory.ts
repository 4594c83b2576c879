import { formatBytes } from '@duality/shared';
import { failRun } from './reap.ts';
import type { Schedule } from './schedule.ts';

/** Ends trainers that take more memory than their slot has, so that one trial does not bring down the others. */
export function endOversized({
  store,
  launcher,
  limits,
  say,
}: Pick<Schedule, 'store' | 'launcher' | 'limits' | 'say'>): void {
  const { memoryBytes } = limits;
  if (memoryBytes === undefined) return;
  for (const { run, process: trainer } of store.run.listClaimed()) {
    const used = trainer && launcher.measureMemory(trainer);
    if (!used || used <= memoryBytes) continue;
    launcher.stop(trainer, true);
    failRun(
      store,
      run.id,
      `out of memory: it used ${formatBytes(used)}, more than the ${formatBytes(memoryBytes)} of its slot`,
    );
    say(`Run ${run.id} was ended: it used ${formatBytes(used)} of memory`);
  }
}
