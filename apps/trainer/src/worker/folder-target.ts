import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ExplainedError } from '@duality/shared';
import { fileNamePattern, orderName, stateName } from '@duality/shared/exchange';
import type { CarryTarget } from './carry-target.ts';

/** A folder on a file system that hub and worker share. Nothing of it is locked or mapped: such file systems do neither well. */
export function folderTarget(folder: string): CarryTarget {
  const path = (name: string) => join(folder, name);
  return {
    list: async () => {
      const names = (await readdir(folder, { recursive: true }).catch(explainAbsence(folder))).filter((name) =>
        fileNamePattern.test(name),
      );
      return Promise.all(names.map(async (name) => ({ name, bytes: (await stat(path(name))).size })));
    },
    read: (name) => readFile(path(name)),
    claim: async (name) => {
      try {
        await (await open(path(name), 'wx')).close();
        return true;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
        throw error;
      }
    },
    append: async (name, at, bytes) => {
      const file = await open(path(name), 'r+');
      try {
        for (let done = 0; done < bytes.length; ) {
          done += (await file.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
        }
      } finally {
        await file.close(); // tells of what a network file system could not write
      }
    },
    put: async (name, file) => {
      // Only what begins a run makes its folder: a disk that is away must not be taken for an empty one.
      if (name === orderName) await mkdir(join(folder, dirname(stateName('x'))), { recursive: true });
      const part = `${path(name)}.part`;
      await copyFile(file, part);
      await rename(part, path(name));
    },
    remove: (name) => rm(path(name), { force: true }),
  };
}

const explainAbsence = (folder: string) => (error: NodeJS.ErrnoException) => {
  if (error.code !== 'ENOENT') throw error;
  throw new ExplainedError(`${folder} is not there`);
};
