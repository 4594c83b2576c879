import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore, type Store } from './index.ts';

/** An empty store of the test's own, gone when it ends. */
export function openTestStore(): Store {
  const folder = mkdtempSync(join(tmpdir(), 'duality-'));
  const store = openStore(join(folder, 'test.db'));
  onTestFinished(() => {
    store.close();
    rmSync(folder, { recursive: true });
  });
  return store;
}
