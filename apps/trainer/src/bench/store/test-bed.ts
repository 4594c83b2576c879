import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configure, getPreset, type RunRequest } from '@duality/shared';
import { openStore, type Store } from '@duality/shared/store';

/** What a WGAN logs of each step. */
export const metricNames = ['criticEstimate', 'criticLoss', 'generatorLoss', 'realScore', 'fakeScore'];

export const aRequest = (overrides: Record<string, unknown> = {}): RunRequest => ({
  preset: 'wgan-gp-mnist',
  engine: 'auto',
  config: configure(getPreset('wgan-gp-mnist'), overrides),
});

/** A store of its own that is gone afterwards. */
export async function withStore<T>(body: (store: Store, file: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'duality-bench-'));
  const file = join(folder, 'bench.db');
  const store = openStore(file);
  try {
    return await body(store, file);
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Of the file and what waits in its log. */
export const bytesOf = (file: string) =>
  [file, `${file}-wal`].reduce((sum, part) => sum + (statSync(part, { throwIfNoEntry: false })?.size ?? 0), 0);

/** A falling curve with noise on it, the same each time. */
export function curveAt(step: number, series: number): number {
  const noise = Math.sin(step * 12.9898 + series * 78.233) * 43_758.5453;
  return 10 * Math.exp(-step / 20_000) + (noise - Math.floor(noise)) * 0.1;
}

export const seconds = (since: number) => (performance.now() - since) / 1000;
