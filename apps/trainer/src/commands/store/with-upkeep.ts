import { explainStoreError } from '@duality/shared/store';
import { openUpkeep, type Upkeep } from '@duality/shared/upkeep';
import { findStoreFile } from '../store-file.ts';

/** Opens the store that the command line names for the time of `body`, whose errors come explained. */
export async function withUpkeep<T>(
  option: string | undefined,
  body: (store: Upkeep) => T | Promise<T>,
  options: Parameters<typeof openUpkeep>[1] = {},
): Promise<T> {
  const store = openUpkeep(findStoreFile(option), options);
  try {
    return await body(store);
  } catch (error) {
    throw explainStoreError(error, store.file);
  } finally {
    store.close();
  }
}
