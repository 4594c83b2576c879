import { formatBytes } from '@duality/shared';
import type { Store } from '@duality/shared/store';
import type { Launcher, SlotLimits } from './launchers/launcher.ts';
import { failRun } from './reap.ts';

interface Watched {
  store: Store;
  launcher: Launcher;
  limits: SlotLimits;
  say: (line: string) => void;
}

/** Ends trainers that take more memory than their slot has, so that one trial does not bring down the others. */
export function endOversized({ store, launcher, limits, say }: Watched): void {
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
