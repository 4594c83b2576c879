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

/** `--exchange`, else DUALITY_EXCHANGE, else the folder beside the store. */
export function findExchange(option: string | undefined, storeFile: string): string {
  if (option === '') throw new ArgumentError('--exchange: must name a folder');
  const named = option ?? process.env.DUALITY_EXCHANGE;
  return named ? resolve(callersFolder(), named) : `${storeFile}-exchange`;
}
