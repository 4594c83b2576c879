import { expect, test } from 'vitest';
import { findLockfileProblems } from './lockfile.js';

const good = { version: '1.0.0', integrity: 'sha512-x' };
const find = (entry, allow = {}) =>
  findLockfileProblems({ packages: { 'node_modules/a/node_modules/@b/c': entry } }, allow);

test('packages of the registry with a checksum are well, and workspaces are our own', () => {
  expect(find(good)).toEqual([]);
  expect(
    findLockfileProblems({ packages: { '': {}, 'apps/web': {}, 'node_modules/@duality/web': { link: true } } }, {}),
  ).toEqual([]);
});

test.each([
  [{ version: '1.0.0' }, /@b\/c 1\.0\.0 has no sha512 checksum/],
  [{ ...good, integrity: 'sha1-x' }, /no sha512/],
  [{ version: '1.0.0', optional: true }, /no sha512/],
  [{ ...good, resolved: 'git+ssh://example/x.git' }, /comes from git/],
  [{ ...good, hasInstallScript: true }, /allowScripts/],
])('%o is told', (entry, message) => {
  expect(find(entry)).toEqual([expect.stringMatching(message)]);
});

test('an install script that was decided about is no problem, nor a binary of another system', () => {
  expect(find({ ...good, hasInstallScript: true }, { '@b/c': false })).toEqual([]);
  expect(find({ version: '1.0.0', optional: true, os: ['darwin'] })).toEqual([]);
});
