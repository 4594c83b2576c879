import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '@duality/shared/store';
import { vi } from 'vitest';
import { type SeededRuns, seedStore } from '../fixtures/seed-store.ts';
import { type ServedStore, serveStore } from '../fixtures/serve-store.ts';

// Seeding and starting take a while where the processor is shared.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 180_000 });

export interface TestServer extends ServedStore {
  file: string;
  runs: SeededRuns;
  /** A second connection to the server's store, as a trainer has one. */
  store: Store;
}

/** The built dashboard as `npm start` runs it, over a seeded store in a folder of its own. */
export async function startServer({ steps = 2000 } = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'duality-http-'));
  const file = join(folder, 'duality.db');
  const runs = seedStore(file, { steps });
  const server = await serveStore(file);
  const store = openStore(file);
  const stop = async () => {
    store.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  };
  return { ...server, file, runs, store, stop };
}
