import { existsSync } from 'node:fs';
import { ExplainedError } from '@duality/shared';
import { openStore, type Store } from '@duality/shared/store';
import { findStoreFile } from './store-file.ts';

/** Makes none where there is none. */
export function existingStore(option: string | undefined): Store {
  const file = findStoreFile(option);
  if (existsSync(file)) return openStore(file);
  throw new ExplainedError(`there is no store ${file}; name another with --store FILE`);
}
