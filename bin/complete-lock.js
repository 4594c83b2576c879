// For who changes dependencies behind a registry that has not every platform's packages: npm then leaves those out of
// package-lock.json, `npm ci` refuses the file, and the other systems would miss their binaries. Adds the entries.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup/paths.js';

const SYSTEMS = { windows: 'win32', darwin: 'darwin', linux: 'linux', win32: 'win32', android: 'android' };
const MORE_SYSTEMS = { freebsd: 'freebsd', openharmony: 'openharmony', linuxmusl: 'linux' };
const PROCESSORS = ['arm64', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'arm', 'loong64', 'wasm32'];

/** What can be said of a platform's package from its name alone; the checksum is left open. */
function entryFor(name, version, isDev) {
  const parts = name.split(/[/-]/);
  const system = parts.map((part) => ({ ...SYSTEMS, ...MORE_SYSTEMS })[part]).find(Boolean);
  const processor = PROCESSORS.find((cpu) => parts.includes(cpu)) ?? (parts.includes('64') ? 'x64' : undefined);
  const last = parts.at(-1) ?? '';
  const libc = last.startsWith('musl') ? 'musl' : last.startsWith('gnu') ? 'glibc' : undefined;
  return {
    version,
    ...(processor && { cpu: [processor] }),
    ...(isDev && { dev: true }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(system && { os: [system] }),
  };
}

const file = join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const names = new Set(Object.keys(lock.packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)));
let added = 0;
for (const entry of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (names.has(name) || !/^\d+\.\d+\.\d+[^\s|]*$/.test(version)) continue;
    names.add(name);
    lock.packages[`node_modules/${name}`] = entryFor(name, version, entry.dev);
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
if (added > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} packages for other systems added to package-lock.json`);
