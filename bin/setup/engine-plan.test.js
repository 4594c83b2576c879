import { describe, expect, test } from 'vitest';
import { planEngine } from './engine-plan.js';

const machine = {
  platform: 'linux',
  arch: 'x64',
  musl: false,
  skip: false,
  source: undefined,
  hasLibraries: false,
  hasAddon: false,
  hasPython: true,
  hasPip: true,
  hasCompiler: true,
  installer: 'sudo apt-get install',
};

describe('how the native engine comes to be', () => {
  test('the wheel, where Python with pip and a compiler are', () => {
    expect(planEngine(machine)).toEqual({ way: 'wheel' });
  });

  test('the cache needs neither Python nor a compiler', () => {
    const bare = { ...machine, hasPython: false, hasPip: false, hasCompiler: false };
    expect(planEngine({ ...bare, hasLibraries: true, hasAddon: true })).toEqual({ way: 'cached' });
  });

  test('a compiler is enough when the libraries are cached', () => {
    expect(planEngine({ ...machine, hasLibraries: true, hasPython: false, hasPip: false })).toEqual({ way: 'wheel' });
  });

  test.each([
    [{ hasCompiler: false }, 'no C++ compiler', 'sudo apt-get install g++ && npm run setup'],
    [{ hasPython: false, hasPip: false }, 'no python3', 'sudo apt-get install python3 python3-pip && npm run setup'],
    [{ hasPip: false }, 'no pip', 'sudo apt-get install python3-pip && npm run setup'],
    [{ musl: true }, 'GNU C library', 'Debian'],
    [{ skip: true }, 'DUALITY_SKIP_NATIVE', 'npm run setup'],
    [{ hasCompiler: false, installer: undefined }, 'no C++ compiler', 'install g++, then npm run setup'],
    [{ hasCompiler: false, installer: 'dnf install' }, 'no C++ compiler', 'dnf install gcc-c++ && npm run setup'],
  ])('with %o it says what is missing and what helps', (facts, missing, remedy) => {
    const plan = planEngine({ ...machine, ...facts });
    expect(plan.way).toBe('none');
    expect(plan.missing).toContain(missing);
    expect(plan.remedy).toContain(remedy);
  });

  test.each([{ platform: 'darwin', arch: 'arm64' }, { platform: 'win32' }, { arch: 'arm64' }, { source: 'package' }])(
    'with %o it is the download of the package itself',
    (facts) => {
      expect(planEngine({ ...machine, ...facts })).toEqual({ way: 'package' });
    },
  );
});
