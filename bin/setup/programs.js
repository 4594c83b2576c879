import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { run } from './child.js';

/** The full path of the first of these programs that PATH has. */
export function findProgram(names, env = process.env) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat', ''] : [''];
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter(Boolean);
  for (const name of names) {
    for (const folder of isAbsolute(name) ? [''] : folders) {
      for (const ending of endings) if (isProgram(join(folder, name + ending))) return join(folder, name + ending);
    }
  }
  return undefined;
}

export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** A Python that has pip, else how far the search came. */
export async function findPython() {
  let found = false;
  for (const name of ['python3', 'python']) {
    const python = findProgram([name]);
    if (!python) continue;
    const { code, stdout } = await run(python, ['-c', 'import sys; print(sys.version_info[0])']);
    if (code !== 0 || stdout.trim() !== '3') continue;
    found = true;
    if ((await run(python, ['-m', 'pip', '--version'])).code === 0) return { python, found };
  }
  return { found };
}

/** The C++ compiler as [program, ...arguments]; $CXX may carry arguments. */
export function findCompiler(env = process.env) {
  const [name, ...args] = env.CXX?.trim().split(/\s+/) ?? [];
  const program = name ? findProgram([name], env) : findProgram(['c++', 'g++', 'clang++'], env);
  return program && [program, ...args];
}
