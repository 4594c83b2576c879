import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getPreset } from '@duality/shared';
import { openStore, type Store } from '@duality/shared/store';
import { onTestFinished } from 'vitest';

/** An empty store of the test's own, gone when it ends. */
export function openTestStore(): Store {
  const folder = mkdtempSync(join(tmpdir(), 'duality-web-'));
  const store = openStore(join(folder, 'store.db'));
  onTestFinished(() => {
    store.close();
    rmSync(folder, { recursive: true });
  });
  return store;
}

export const runRequestFor = (name: string) => {
  const { name: preset, config } = getPreset('wgan-gp-mnist');
  return { preset, name, engine: 'auto' as const, config };
};

export function addRunningRun(store: Store, name = 'a run'): number {
  const { id } = store.run.queue(runRequestFor(name));
  store.run.take(id, 'test');
  return id;
}
