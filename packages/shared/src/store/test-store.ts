import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { configure, getPreset } from '../domain/preset.ts';
import type { RunRequest } from '../domain/run.ts';
import { openStore, type Store } from './index.ts';

/** A fresh store file for each test of the calling file; `reopen` gives a second connection to it. */
export function useTestStore() {
  let folder = '';
  const opened: Store[] = [];
  const current = { store: undefined as unknown as Store, reopen: () => open(), file: '' };
  const open = () => {
    const store = openStore(current.file);
    opened.push(store);
    return store;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'duality-'));
    current.file = join(folder, 'test.db');
    current.store = open();
  });
  afterEach(() => {
    for (const store of opened.splice(0)) store.close();
    rmSync(folder, { recursive: true });
  });
  return current;
}

export const aRequest = (changes: Partial<RunRequest> = {}): RunRequest => ({
  preset: 'wgan-gp-mnist',
  engine: 'auto',
  config: configure(getPreset('wgan-gp-mnist'), {}),
  ...changes,
});
