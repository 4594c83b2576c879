import { existsSync } from 'node:fs';
import { cachedAddon } from './addon.js';
import { findCompiler, findProgram, findPython } from './programs.js';
import { librariesFolder } from './wheel.js';

/** What planEngine() wants to know of this machine, and the programs that were found on the way. */
export async function gatherFacts(cache, key, env = process.env) {
  const hasLibraries = existsSync(librariesFolder(cache));
  const compiler = findCompiler(env);
  const { python, found } = hasLibraries || !compiler ? {} : await findPython();
  const facts = {
    platform: process.platform,
    arch: process.arch,
    musl: isMusl(),
    skip: env.DUALITY_SKIP_NATIVE === '1',
    source: env.DUALITY_ENGINE_SOURCE,
    hasLibraries,
    hasAddon: existsSync(cachedAddon(cache, key)),
    hasPython: Boolean(found),
    hasPip: Boolean(python),
    hasCompiler: Boolean(compiler),
    installer: findInstaller(),
  };
  return { facts, python, compiler };
}

const isMusl = () => process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime;

function findInstaller() {
  const root = process.getuid?.() === 0 ? '' : 'sudo ';
  const found = ['apt-get', 'dnf', 'zypper'].find((name) => findProgram([name]));
  return found && `${root}${found} install`;
}
