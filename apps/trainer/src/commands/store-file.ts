import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ArgumentError } from '@duality/shared';
import { callersFolder } from './door.ts';

/** `--store`, else DUALITY_STORE, else the one in the repository. */
export function findStoreFile(option: string | undefined): string {
  if (option === '') throw new ArgumentError('--store: must name a file');
  const named = option ?? process.env.DUALITY_STORE;
  return named
    ? resolve(callersFolder(), named)
    : fileURLToPath(new URL('../../../../.duality/duality.db', import.meta.url));
}
