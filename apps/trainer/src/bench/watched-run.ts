import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configure, type EngineName, getPreset } from '@duality/shared';
import { openStore } from '@duality/shared/store';
import { runOnce, type Watcher } from '../run-once.ts';
import type { TrainedStep } from '../train.ts';

/** A real run of a preset, with a store and checkpoints of its own that are gone afterwards. */
export async function watchRun(
  engine: EngineName,
  preset: string,
  overrides: Record<string, unknown>,
  onStep: (step: TrainedStep) => void,
  onAlert: Watcher['onAlert'] = () => {},
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'duality-bench-'));
  const store = openStore(join(folder, 'bench.db'));
  try {
    const config = configure(getPreset(preset), overrides);
    const run = store.run.begin({ preset, config, engine }, `bench ${process.pid}`, null);
    const { status, reason } = await runOnce(store, run, {
      isStopping: () => false,
      onStart: () => {},
      onStep,
      onEvaluation: () => {},
      onAlert,
    });
    if (status !== 'completed') throw new Error(`the run of ${preset} did not complete: ${reason}`);
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
