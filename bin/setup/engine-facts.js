import { existsSync } from 'node:fs';
import { totalmem } from 'node:os';
import { addonKey, cachedAddon } from './addon.js';
import { findDriver } from './nvidia-driver.js';
import { findCompiler, findProgram, findPython } from './programs.js';
import { freeBytes, librariesFolder } from './wheel.js';
import { LIBRARIES, neededBytes } from './wheels.js';

/** What planEngine() wants to know of this machine, and the programs that were found on the way. */
export async function gatherFacts(cache, env = process.env) {
  const ofEach = (ask) => ({ cpu: ask('cpu'), cuda: ask('cuda') });
  const hasLibraries = ofEach((kind) => existsSync(librariesFolder(cache, kind)));
  const driver = process.platform === 'linux' ? await findDriver() : undefined;
  const compiler = findCompiler(env);
  const { python, found } = (hasLibraries.cpu && (!driver || hasLibraries.cuda)) || !compiler ? {} : await findPython();
  const facts = {
    platform: process.platform,
    arch: process.arch,
    musl: isMusl(),
    skip: env.DUALITY_SKIP_NATIVE === '1',
    source: env.DUALITY_ENGINE_SOURCE,
    hasLibraries,
    hasAddon: ofEach((kind) => existsSync(cachedAddon(cache, addonKey(cache, kind)))),
    hasPython: Boolean(found),
    hasPip: Boolean(python),
    hasCompiler: Boolean(compiler),
    installer: findInstaller(),
    driver,
    cuda: env.DUALITY_CUDA,
    memoryBytes: totalmem(),
    freeBytes: freeBytes(cache),
    cudaBytes: neededBytes(LIBRARIES.cuda),
  };
  return { facts, python, compiler };
}

const isMusl = () => process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime;

function findInstaller() {
  const root = process.getuid?.() === 0 ? '' : 'sudo ';
  const found = ['apt-get', 'dnf', 'zypper'].find((name) => findProgram([name]));
  return found && `${root}${found} install`;
}
