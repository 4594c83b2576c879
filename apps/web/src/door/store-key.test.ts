import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keyFileOf, openStoreKey } from './store-key.ts';

let folder: string;
let store: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duality-key-'));
  store = join(folder, 'lab', 'duality.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('is made once, for its owner alone, and leaves nothing else behind', () => {
  const key = openStoreKey(store);
  expect(key).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(openStoreKey(store)).toBe(key);
  expect(statSync(keyFileOf(store)).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'lab'))).toEqual(['duality.db-key']);
});

it('differs from store to store', () => {
  expect(openStoreKey(store)).not.toBe(openStoreKey(`${store}2`));
});

it.skipIf(process.platform === 'win32')('is replaced when others could have read it', () => {
  const key = openStoreKey(store);
  chmodSync(keyFileOf(store), 0o644);
  const next = openStoreKey(store);
  expect(next).not.toBe(key);
  expect(statSync(keyFileOf(store)).mode & 0o777).toBe(0o600);
});

it.each(['', 'short', 'x'.repeat(44), 'ä'.repeat(43)])('is replaced when the file holds %j', (text) => {
  openStoreKey(store);
  writeFileSync(keyFileOf(store), text);
  const key = openStoreKey(store);
  expect(key).not.toBe(text);
  expect(readFileSync(keyFileOf(store), 'utf8')).toBe(`${key}\n`);
});
