import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { ExplainedError } from '@duality/shared';

/** More than any set that fits in memory with a network beside it; a small file may claim terabytes. */
const mostUnpackedBytes = 2 ** 31;

/** The bytes of a file, unpacked if they are gzip. Throws an ExplainedError that names the file. */
export function readBytes(file: string, mostBytes = mostUnpackedBytes): Buffer {
  const bytes = readWhole(file);
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? unpack(file, bytes, mostBytes) : bytes;
}

function readWhole(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'it is not there' : message;
    throw new ExplainedError(
      `cannot read ${file}: ${reason}; put the data files there, or name their folder with --data DIR`,
    );
  }
}

function unpack(file: string, bytes: Buffer, mostBytes: number): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: mostBytes });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === 'ERR_BUFFER_TOO_LARGE' ? `it holds more than ${mostBytes} bytes` : message;
    throw new ExplainedError(
      `cannot unpack ${file}: ${reason}; fetch it again, or name another folder with --data DIR`,
    );
  }
}
