import { describe, expect, test } from 'vitest';
import { planEngine } from './engine-plan.js';

const nothing = { cpu: false, cuda: false };
const linux = {
  platform: 'linux',
  arch: 'x64',
  musl: false,
  skip: false,
  source: undefined,
  hasLibraries: nothing,
  hasAddon: nothing,
  hasPython: true,
  hasPip: true,
  hasCompiler: true,
  installer: 'sudo apt-get install',
  driver: undefined,
  cuda: undefined,
  memoryBytes: 16e9,
  freeBytes: 100e9,
  cudaBytes: 8e9,
};
const withGpu = { ...linux, driver: '550.144.03' };
const bare = { hasPython: false, hasPip: false, hasCompiler: false };

describe('how the native engine comes to be', () => {
  test('the wheel, where Python with pip and a compiler are', () => {
    expect(planEngine(linux)).toEqual({ way: 'wheel', kind: 'cpu' });
  });

  test.each(['cpu', 'cuda'])('the cache needs neither Python nor a compiler: %s', (kind) => {
    const has = { ...nothing, [kind]: true };
    const machine = kind === 'cuda' ? withGpu : linux;
    expect(planEngine({ ...machine, ...bare, hasLibraries: has, hasAddon: has })).toEqual({ way: 'cached', kind });
  });

  test('a compiler is enough when the libraries are cached', () => {
    const machine = { ...linux, hasLibraries: { cpu: true, cuda: false }, hasPython: false, hasPip: false };
    expect(planEngine(machine)).toEqual({ way: 'wheel', kind: 'cpu' });
  });

  test.each([
    [{ hasCompiler: false }, 'no C++ compiler', 'sudo apt-get install g++ && npm run setup'],
    [{ hasPython: false, hasPip: false }, 'no python3', 'sudo apt-get install python3 python3-pip && npm run setup'],
    [{ hasPip: false }, 'no pip', 'sudo apt-get install python3-pip && npm run setup'],
    [{ musl: true }, 'GNU C library', 'Debian'],
    [{ musl: true, driver: '550.54' }, 'GNU C library', 'Debian'],
    [{ skip: true }, 'DUALITY_SKIP_NATIVE', 'npm run setup'],
    [{ hasCompiler: false, installer: undefined }, 'no C++ compiler', 'install g++, then npm run setup'],
    [{ hasCompiler: false, installer: 'dnf install' }, 'no C++ compiler', 'dnf install gcc-c++ && npm run setup'],
    [{ ...bare, driver: '550.54' }, 'no C++ compiler', 'sudo apt-get install g++ && npm run setup'],
  ])('with %o it says what is missing and what helps', (facts, missing, remedy) => {
    const plan = planEngine({ ...linux, ...facts });
    expect(plan.way).toBe('none');
    expect(plan.missing).toContain(missing);
    expect(plan.remedy).toContain(remedy);
  });

  test.each([
    { platform: 'darwin', arch: 'arm64' },
    { platform: 'darwin', arch: 'x64' },
    { platform: 'win32' },
    { platform: 'win32', driver: '560.94' },
    { arch: 'arm64' },
    { arch: 'arm64', driver: '550.54' },
    { source: 'package' },
  ])('with %o it is the download of the package itself', (facts) => {
    expect(planEngine({ ...linux, ...facts })).toEqual({ way: 'package' });
  });
});

describe('with an NVIDIA GPU', () => {
  test.each(['525.60.13', '535.129.03', '550.144.03', '580.65.06'])('a driver %s takes CUDA', (driver) => {
    expect(planEngine({ ...linux, driver })).toEqual({ way: 'wheel', kind: 'cuda' });
  });

  test('what is cached without CUDA does not count', () => {
    const has = { cpu: true, cuda: false };
    expect(planEngine({ ...withGpu, hasLibraries: has, hasAddon: has })).toEqual({ way: 'wheel', kind: 'cuda' });
  });

  test('libraries that are there need no more of the disk', () => {
    const machine = { ...withGpu, hasLibraries: { cpu: false, cuda: true }, freeBytes: 1e9 };
    expect(planEngine(machine)).toEqual({ way: 'wheel', kind: 'cuda' });
  });

  test.each([
    [{ driver: '470.256.02' }, 'its driver 470.256.02 is older than 525, which CUDA 12 needs; update the driver'],
    [{ driver: 'N/A' }, 'its driver N/A is older than 525'],
    [{ memoryBytes: 2e9 }, "the machine has 2.0 GB of memory, and CUDA's libraries want 4.0 GB"],
    [{ freeBytes: 5e9 }, 'need 8.0 GB on the disk, which has 5.0 GB; free that much'],
    [{ driver: undefined, cuda: '1' }, 'there is no NVIDIA driver; install that first'],
    [{ cudaProblem: 'no network' }, 'no network; to try again: DUALITY_CUDA=1 npm run setup'],
  ])('%o goes on without CUDA and says why', (facts, sentence) => {
    const plan = planEngine({ ...withGpu, ...facts });
    expect(plan).toEqual({ way: 'wheel', kind: 'cpu', gpuProblem: expect.stringContaining(sentence) });
  });

  test('DUALITY_CUDA=0 leaves it alone without a word', () => {
    expect(planEngine({ ...withGpu, cuda: '0' })).toEqual({ way: 'wheel', kind: 'cpu' });
  });
});
