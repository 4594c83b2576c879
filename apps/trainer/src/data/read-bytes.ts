import { closeSync, openSync, readFileSync, readSync, type Stats, statSync } from 'node:fs';
import { constants, gunzipSync } from 'node:zlib';
import { ExplainedError } from '@duality/shared';

/** More than any set that fits in memory with a network beside it; a small file may claim terabytes. */
export const mostUnpackedBytes = 2 ** 31 - 1;

/** The bytes of a file, unpacked if they are gzip. Throws an ExplainedError that names the file, and `limit` where it has more. */
export function readBytes(file: string, mostBytes = mostUnpackedBytes, limit = `${mostBytes} bytes`): Buffer {
  const { size } = statsOf(file);
  const packed = isPacked(explained(file, () => readStart(file)));
  if (size > (packed ? mostUnpackedBytes : mostBytes)) {
    throw unreadable(file, `it has ${size} bytes, more than ${packed ? mostUnpackedBytes : limit}`);
  }
  const bytes = explained(file, () => readFileSync(file));
  return packed ? unpack(file, () => gunzipSync(bytes, { maxOutputLength: mostBytes }), limit) : bytes;
}

/** The first `count` bytes of what `readBytes` reads, or fewer where there are no more. */
export function readHead(file: string, count: number): Buffer {
  statsOf(file);
  const head = explained(file, () => readStart(file));
  if (!isPacked(head)) return head.subarray(0, count);
  // Of packed bytes that break off, as these do, zlib gives what they hold so far.
  const options = { finishFlush: constants.Z_SYNC_FLUSH };
  return unpack(file, () => gunzipSync(head, options)).subarray(0, count);
}

/** Bytes of a file in which a header fits, packed or not. */
const headBytes = 1024;

function readStart(file: string): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(headBytes);
    return bytes.subarray(0, readSync(descriptor, bytes));
  } finally {
    closeSync(descriptor);
  }
}

const isPacked = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** A pipe or a device could be waited for, or read, without an end. */
function statsOf(file: string): Stats {
  const stats = explained(file, () => statSync(file));
  if (stats.isFile()) return stats;
  throw unreadable(file, 'it is no regular file');
}

function unpack(file: string, work: () => Buffer, limit = ''): Buffer {
  try {
    return work();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === 'ERR_BUFFER_TOO_LARGE' ? `it holds more than ${limit}` : message;
    throw new ExplainedError(
      `cannot unpack ${file}: ${reason}; fetch it again, or name another folder with --data DIR`,
    );
  }
}

function explained<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw unreadable(file, code === 'ENOENT' ? 'it is not there' : message);
  }
}

const unreadable = (file: string, reason: string) =>
  new ExplainedError(`cannot read ${file}: ${reason}; put the data files there, or name their folder with --data DIR`);
