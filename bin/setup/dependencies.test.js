import { expect, test } from 'vitest';
import { explain, isSameTree } from './dependencies.js';

const lock = {
  packages: {
    '': { name: 'duality' },
    'apps/web': { name: '@duality/web' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/a-windows': { version: '1.0.0', optional: true },
  },
};

test('an installed tree is known by its versions; packages of other systems may be absent', () => {
  expect(isSameTree(lock, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true);
  expect(isSameTree(lock, { packages: { 'node_modules/a': { version: '1.0.1' } } })).toBe(false);
  expect(isSameTree(lock, { packages: {} })).toBe(false);
  expect(isSameTree(lock, undefined)).toBe(false);
});

test('a failure of npm is shown without its usage text', () => {
  const said = explain(
    'npm warn x\nnpm error code EUSAGE\nnpm error Missing: a@1 from lock file\nnpm error Usage:\nnpm error npm ci',
  );
  expect(said).toContain('Missing: a@1 from lock file');
  expect(said).not.toContain('Usage');
  expect(said).toContain('package-lock.json does not fit');
});

test('no network is named as such', () => {
  expect(explain('npm error code ENOTFOUND\nnpm error network request failed')).toContain('no network');
});
