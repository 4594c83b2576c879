import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { lastLines, run } from './child.js';
import { findNode, modules, tfjsPackage } from './paths.js';

/**
 * The package's own way: its install script downloads libtensorflow 2.9.1 and a prebuilt addon from its makers' host.
 * @returns {Promise<{ missing: string, remedy: string } | undefined>} what went wrong and what helps
 */
export async function installFromPackage(step) {
  step.update('the package is downloading its own TensorFlow library');
  const manifest = join(tfjsPackage, 'package.json');
  const before = readFileSync(manifest);
  const kind = existsSync('/proc/driver/nvidia/version') ? 'gpu' : 'cpu';
  // The script calls node-pre-gyp by name and rewrites its own package.json while it runs.
  const env = { PATH: `${join(modules, '.bin')}${delimiter}${process.env.PATH ?? ''}` };
  try {
    const args = [join('scripts', 'install.js'), kind, 'download'];
    const { code, output } = await run(findNode(), args, { cwd: tfjsPackage, env });
    if (code === 0) return undefined;
    const reason = lastLines(output, 40).find((line) => /Error: /.test(line)) ?? lastLines(output, 1)[0];
    const missing = `the package's own download of TensorFlow failed: ${String(reason).trim().slice(0, 300)}`;
    return { missing, remedy: 'npm run setup, with network' };
  } finally {
    writeFileSync(manifest, before);
  }
}

export function removePackageEngine() {
  for (const name of ['deps', 'lib']) rmSync(join(tfjsPackage, name), { recursive: true, force: true });
}
