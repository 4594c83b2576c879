import { createHash } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ConflictError, NotFoundError } from '../domain/errors.ts';
import { fileNamePattern, stateName } from './run-folder.ts';

interface Piece {
  name: string;
  /** The byte it begins at. */
  at: number;
  bytes: Buffer;
}

interface WholePiece extends Piece {
  /** Of the whole file. */
  total: number;
  sha256: string;
}

/** A run's folder as workers without a shared file system reach it. Names are held to `fileNamePattern` by the caller. */
export function keptRun(folder: string) {
  const path = (name: string) => join(folder, name);
  const prepare = () => mkdirSync(join(folder, dirname(stateName('x'))), { recursive: true });
  return {
    list: (): { name: string; bytes: number }[] => {
      prepare();
      return readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => fileNamePattern.test(name))
        .map((name) => ({ name, bytes: statSync(path(name)).size }));
    },
    read: (name: string, at: number, most: number): Buffer => {
      const descriptor = openOr(path(name), 'r', () => new NotFoundError(`the run has no file ${name}`));
      try {
        const bytes = Buffer.alloc(Math.min(most, Math.max(0, fstatSync(descriptor).size - at)));
        return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, at));
      } finally {
        closeSync(descriptor);
      }
    },
    /** Makes an empty file; false where there is one. */
    claim: (name: string): boolean => {
      prepare();
      try {
        closeSync(openSync(path(name), 'wx'));
        return true;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
        throw error;
      }
    },
    /** Said again it changes nothing: what is there already stays as it is. */
    append: ({ name, at, bytes }: Piece): void => {
      const descriptor = openOr(path(name), 'r+', () => new ConflictError(`${name} was not begun by its worker`));
      try {
        const { size } = fstatSync(descriptor);
        if (at > size) throw new ConflictError(`${name} has ${size} bytes, so none can be put at ${at}`);
        const fresh = bytes.subarray(size - at);
        for (let done = 0; done < fresh.length; ) done += writeSync(descriptor, fresh, done, null, size + done);
      } finally {
        closeSync(descriptor);
      }
    },
    /** Answers whether the file is whole now; before that nobody sees it. */
    put: ({ name, at, bytes, total, sha256 }: WholePiece): boolean => {
      prepare();
      const part = `${path(name)}.part`;
      const size = at === 0 ? 0 : (statSync(part, { throwIfNoEntry: false })?.size ?? 0);
      if (at !== size) throw new ConflictError(`${name} has come as far as byte ${size}; begin it again`);
      const descriptor = openSync(part, at === 0 ? 'w' : 'r+');
      try {
        for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done, null, at + done);
      } finally {
        closeSync(descriptor);
      }
      if (at + bytes.length < total) return false;
      const isSame = createHash('sha256').update(readFileSync(part)).digest('hex') === sha256;
      if (isSame) renameSync(part, path(name));
      else rmSync(part, { force: true });
      if (!isSame) throw new ConflictError(`${name} was changed on its way; send it again`);
      return true;
    },
    remove: (name: string): void => rmSync(path(name), { force: true }),
  };
}

function openOr(file: string, flags: 'r' | 'r+', explain: () => Error): number {
  try {
    return openSync(file, flags);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? explain() : error;
  }
}
