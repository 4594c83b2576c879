export const fallbackNote = 'Runs will train on the wasm engine instead: several times slower, on one thread.';

/**
 * How the native engine can come to be on this machine. Pure: everything known comes in as facts.
 * @param {{ platform: string, arch: string, musl: boolean, skip: boolean, source: string | undefined, hasLibraries: boolean,
 *   hasAddon: boolean, hasPython: boolean, hasPip: boolean, hasCompiler: boolean, installer?: string }} facts
 *   installer: the command that installs a system package here
 * @returns {{ way: 'cached' | 'wheel' | 'package' } | { way: 'none', missing: string, remedy: string }}
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
  if (facts.hasAddon && facts.hasLibraries) return { way: 'cached' };
  if (!facts.hasCompiler) return none('there is no C++ compiler (c++, g++ or clang++)', install(facts, 'g++'));
  if (facts.hasLibraries) return { way: 'wheel' };
  if (!facts.hasPython) return none('there is no python3', install(facts, 'python3', 'python3-pip'));
  if (!facts.hasPip) return none('python3 has no pip', install(facts, 'python3-pip'));
  return { way: 'wheel' };
}

const none = (missing, remedy) => ({ way: 'none', missing, remedy });

function install({ installer }, ...names) {
  if (!installer) return `install ${names.join(' and ')}, then npm run setup`;
  const renamed = installer.includes('apt-get') ? names : names.map((name) => (name === 'g++' ? 'gcc-c++' : name));
  return `${installer} ${renamed.join(' ')} && npm run setup`;
}
