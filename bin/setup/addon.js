import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lastLines, run } from './child.js';
import { hashFiles, listFiles } from './hash.js';
import { root, tfjsPackage } from './paths.js';
import { librariesFolder } from './wheel.js';
import { LIBRARIES } from './wheels.js';

/** Where the package looks for its addon. */
export const installedAddon = join(tfjsPackage, 'lib', 'napi-v8', 'tfjs_binding.node');
const binding = join(tfjsPackage, 'binding');
const ownSources = fileURLToPath(new URL('native', import.meta.url));

/** The compiler's arguments, without where the result goes. */
function compilerArguments(cache, kind) {
  const libraries = librariesFolder(cache, kind);
  const include = [
    join(tfjsPackage, '..'),
    tfjsPackage,
    binding,
    join(libraries, 'include'),
    fileURLToPath(new URL('include', import.meta.resolve('node-api-headers/package.json'))),
  ];
  return [
    ...['-O2', '-std=c++17', '-fPIC', '-shared', '-DNAPI_VERSION=8'],
    ...include.map((folder) => `-I${folder}`),
    join(binding, 'tfjs_backend.cc'),
    join(ownSources, 'graph-functions.cc'), // includes tfjs_binding.cc
    ...[`-L${libraries}`, '-l:libtensorflow_cc.so.2', '-l:libtensorflow_framework.so.2', `-Wl,-rpath,${libraries}`],
    ...linkAlso(LIBRARIES[kind].link),
  ];
}

/** Libraries that the addon itself does not call: loaded with it nevertheless. */
const linkAlso = (names) => (names.length > 0 ? ['-Wl,--no-as-needed', ...names.map((name) => `-l:${name}`)] : []);

/** One addon for each set of sources, TensorFlow version, flags and place of the libraries (they are linked by path). */
export function addonKey(cache, kind) {
  const flags = compilerArguments(cache, kind).map((argument) => argument.replace(root, '.'));
  const sources = [...listFiles(binding), ...listFiles(ownSources)];
  return hashFiles(sources, JSON.stringify([LIBRARIES[kind].version, flags])).slice(0, 16);
}

export const cachedAddon = (cache, key) => join(cache, `addon-${key}.node`);

/** @returns {Promise<string | undefined>} what went wrong, in one sentence */
export async function compileAddon(cache, kind, [compiler, ...own]) {
  const key = addonKey(cache, kind);
  const result = cachedAddon(cache, key);
  const partial = `${result}.partial-${process.pid}`;
  try {
    const { code, output } = await run(compiler, [...own, ...compilerArguments(cache, kind), '-o', partial]);
    if (code !== 0) return `the C++ compiler ${compiler} failed: ${firstError(output)}`;
    renameSync(partial, result);
    return undefined;
  } finally {
    rmSync(partial, { force: true });
  }
}

const firstError = (output) =>
  (output.split('\n').find((line) => /error/i.test(line)) ?? lastLines(output, 1)[0] ?? 'it said nothing').slice(
    0,
    300,
  );

export function installAddon(cache, key) {
  const partial = `${installedAddon}.${process.pid}`;
  mkdirSync(join(installedAddon, '..'), { recursive: true });
  copyFileSync(cachedAddon(cache, key), partial);
  renameSync(partial, installedAddon);
}

/** Whether the addon in node_modules is the one the cache has for this key, and its libraries are there. */
export function isInstalled(cache, kind, key) {
  const cached = cachedAddon(cache, key);
  if (!existsSync(installedAddon) || !existsSync(cached) || !existsSync(librariesFolder(cache, kind))) return false;
  return statSync(installedAddon).size === statSync(cached).size;
}
