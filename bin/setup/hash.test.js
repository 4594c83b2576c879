import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hashFile, hashFiles, listFiles } from './hash.js';

test('a changed, renamed or added file changes the hash, a skipped folder does not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'duality-hash-'));
  const hash = () => hashFiles(listFiles(folder, '', /^skipped$/));
  try {
    writeFileSync(join(folder, 'a'), 'one');
    const first = hash();
    expect(hash()).toBe(first);
    mkdirSync(join(folder, 'skipped'));
    writeFileSync(join(folder, 'skipped', 'b'), 'two');
    expect(hash()).toBe(first);
    renameSync(join(folder, 'a'), join(folder, 'c'));
    expect(hash()).not.toBe(first);
    expect(await hashFile(join(folder, 'c'))).toMatch(/^7692c3ad3540bb80/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
