import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** sha256 of a big file, streamed. */
export async function hashFile(file) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** sha256 over names and contents, so that a renamed, added or changed file shows. */
export function hashFiles(files, extra = '') {
  const hash = createHash('sha256').update(extra);
  for (const [name, path] of files) {
    const content = readFileSync(path);
    hash.update(`\0${name}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** [name, path] of every file below a folder in a fixed order; a missing folder has none. skip: folder names to leave out. */
export function listFiles(folder, prefix = '', skip = /^$/) {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      const name = `${prefix}${entry.name}`;
      if (entry.isDirectory()) return skip.test(entry.name) ? [] : listFiles(path, `${name}/`, skip);
      return entry.isFile() ? [[name, path]] : [];
    });
}
