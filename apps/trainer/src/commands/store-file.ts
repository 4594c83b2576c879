import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { callersFolder } from './door.ts';

/** `--store`, else DUALITY_STORE, else the one in the repository. */
export function findStoreFile(option: string | undefined): string {
  const named = option ?? process.env.DUALITY_STORE;
  return named
    ? resolve(callersFolder(), named)
    : fileURLToPath(new URL('../../../../.duality/duality.db', import.meta.url));
}
