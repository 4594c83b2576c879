import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Bytes that are known only after those behind them. */
export interface Patch {
  at: number;
  bytes: Uint8Array;
}

/**
 * Writes chunks as they are made; answers how many bytes. The file appears when it is whole, and what fails or is
 * aborted leaves nothing behind.
 */
export async function writeFileWhole(
  file: string,
  chunks: AsyncGenerator<Uint8Array, Patch[] | undefined>,
): Promise<number> {
  await mkdir(dirname(file), { recursive: true });
  const part = `${file}.${process.pid}.part`;
  const handle = await open(part, 'w');
  try {
    const bytes = await writeChunks(handle, chunks);
    await handle.sync();
    await handle.close();
    await rename(part, file);
    return bytes;
  } catch (error) {
    await handle.close();
    await rm(part, { force: true });
    throw error;
  } finally {
    await chunks.return(undefined);
  }
}

async function writeChunks(handle: FileHandle, chunks: AsyncGenerator<Uint8Array, Patch[] | undefined>) {
  let bytes = 0;
  for (;;) {
    const { value, done } = await chunks.next();
    if (done) {
      for (const patch of value ?? []) await writeAll(handle, patch.bytes, patch.at);
      return bytes;
    }
    await writeAll(handle, value, bytes);
    bytes += value.length;
  }
}

/** A disk that is nearly full takes a part of what it is given before it refuses the rest. */
async function writeAll(handle: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at + done);
    done += bytesWritten;
  }
}
