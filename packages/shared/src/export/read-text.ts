import { closeSync, openSync, readSync } from 'node:fs';
import { ExplainedError } from '../domain/errors.ts';

const chunkBytes = 2 ** 20;

/** In characters; no row of ours comes near it. */
export const longestRecord = 16 * 2 ** 20;

/** The text of a UTF-8 file piece by piece, without its byte order mark. */
export function* readText(file: string): Generator<string> {
  const descriptor = openSync(file, 'r');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const bytes = new Uint8Array(chunkBytes);
  try {
    for (let count = readSync(descriptor, bytes); count > 0; count = readSync(descriptor, bytes)) {
      yield decoder.decode(bytes.subarray(0, count), { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new ExplainedError(`${file}: is not UTF-8 text; save it as UTF-8`);
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

export function refuseLong(file: string, row: number): never {
  throw new ExplainedError(
    `${file}, row ${row}: is longer than ${longestRecord / 2 ** 20} million characters, which no row of Duality's is`,
  );
}
