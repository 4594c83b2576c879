export const fallbackNote = 'Runs will train on the wasm engine instead: several times slower, on one thread.';

/** CUDA 12 runs on drivers from this version on (NVIDIA's CUDA compatibility table). */
const OLDEST_DRIVER = 525;
const CUDA_MEMORY_BYTES = 4e9;

/**
 * How the native engine can come to be on this machine. Pure: everything known comes in as facts.
 * @param {{ platform: string, arch: string, musl: boolean, skip: boolean, source: string | undefined,
 *   hasLibraries: Record<'cpu' | 'cuda', boolean>, hasAddon: Record<'cpu' | 'cuda', boolean>, hasPython: boolean,
 *   hasPip: boolean, hasCompiler: boolean, installer?: string, driver?: string, cuda?: string, memoryBytes: number,
 *   freeBytes: number, cudaBytes: number, cudaProblem?: string }} facts
 *   installer: the command that installs a system package here; driver: the version of NVIDIA's driver, if there is one;
 *   cuda: what DUALITY_CUDA says; cudaBytes: what its libraries need on the disk; cudaProblem: why it was given up
 * @returns {{ way: 'cached' | 'wheel', kind: 'cpu' | 'cuda', gpuProblem?: string } | { way: 'package' } |
 *   { way: 'none', missing: string, remedy: string }} gpuProblem: why an NVIDIA GPU that is there is not used
 */
export function planEngine(facts) {
  if (facts.skip)
    return none('it was skipped, as DUALITY_SKIP_NATIVE=1 says', 'npm run setup (without DUALITY_SKIP_NATIVE)');
  if (facts.source === 'package') return { way: 'package' };
  if (facts.platform !== 'linux') return { way: 'package' };
  if (facts.arch !== 'x64') return { way: 'package' };
  if (facts.musl) {
    return none(
      'TensorFlow needs the GNU C library, which this Linux has not',
      'use a Linux with glibc, such as Debian',
    );
  }
  const gpuProblem = findGpuProblem(facts);
  const kind = facts.driver && !gpuProblem && facts.cuda !== '0' ? 'cuda' : 'cpu';
  const plan = { kind, ...(gpuProblem && { gpuProblem }) };
  if (facts.hasAddon[kind] && facts.hasLibraries[kind]) return { way: 'cached', ...plan };
  if (!facts.hasCompiler) return none('there is no C++ compiler (c++, g++ or clang++)', install(facts, 'g++'));
  if (facts.hasLibraries[kind]) return { way: 'wheel', ...plan };
  if (!facts.hasPython) return none('there is no python3', install(facts, 'python3', 'python3-pip'));
  if (!facts.hasPip) return none('python3 has no pip', install(facts, 'python3-pip'));
  return { way: 'wheel', ...plan };
}

/** Why the NVIDIA GPU of this machine is not to be used: one sentence with what helps. */
function findGpuProblem({ driver, cuda, cudaProblem, memoryBytes, hasLibraries, freeBytes, cudaBytes }) {
  if (cuda === '0') return undefined;
  if (!driver)
    return cuda === '1' ? 'DUALITY_CUDA=1 asks for it, but there is no NVIDIA driver; install that first' : undefined;
  const again = 'then DUALITY_CUDA=1 npm run setup';
  if (cudaProblem) return `${cudaProblem}; to try again: DUALITY_CUDA=1 npm run setup`;
  if (!(Number.parseInt(driver, 10) >= OLDEST_DRIVER)) {
    return `its driver ${driver} is older than ${OLDEST_DRIVER}, which CUDA 12 needs; update the driver, ${again}`;
  }
  if (memoryBytes < CUDA_MEMORY_BYTES) {
    return `the machine has ${gigabytes(memoryBytes)} of memory, and CUDA's libraries want ${gigabytes(CUDA_MEMORY_BYTES)}`;
  }
  if (!hasLibraries.cuda && freeBytes < cudaBytes) {
    return `its libraries need ${gigabytes(cudaBytes)} on the disk, which has ${gigabytes(freeBytes)}; free that much, ${again}`;
  }
  return undefined;
}

const gigabytes = (bytes) => `${(bytes / 1e9).toFixed(1)} GB`;

const none = (missing, remedy) => ({ way: 'none', missing, remedy });

function install({ installer }, ...names) {
  if (!installer) return `install ${names.join(' and ')}, then npm run setup`;
  const renamed = installer.includes('apt-get') ? names : names.map((name) => (name === 'g++' ? 'gcc-c++' : name));
  return `${installer} ${renamed.join(' ')} && npm run setup`;
}
