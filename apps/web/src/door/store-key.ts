import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const form = /^[A-Za-z0-9_-]{43}$/;

/** The file that holds a store's key, which only its owner can read. */
export const keyFileOf = (store: string) => `${store}-key`;

/**
 * A store's key, 256 random bits in base64url, made when there is none. One that others could read, or that is no key,
 * is replaced: what may be known protects nothing. Throws what the file system throws.
 */
export function openStoreKey(store: string): string {
  const file = keyFileOf(store);
  const kept = readKey(file);
  if (kept) return kept;
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    // Whole or not at all, and never over one that another server has just made.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8').trim();
}

function readKey(file: string): string | undefined {
  const state = statSync(file, { throwIfNoEntry: false });
  if (!state) return undefined;
  const isPrivate = process.platform === 'win32' || (state.mode & 0o077) === 0;
  const key = isPrivate ? readFileSync(file, 'utf8').trim() : '';
  if (form.test(key)) return key;
  rmSync(file);
  return undefined;
}
