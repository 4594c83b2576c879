import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines, run } from './child.js';
import { hashFile } from './hash.js';
import { megabytes } from './report.js';
import { LIBRARIES, neededBytes } from './wheels.js';

/**
 * What of a wheel is kept, in one folder: TensorFlow's two libraries, the few headers that the addon includes, and the
 * shared libraries of NVIDIA's.
 */
const UNPACK = `
import os, re, shutil, sys, zipfile
wheel, target = sys.argv[1:]
wanted = ('libtensorflow_cc.so.2', 'libtensorflow_framework.so.2', 'include/tensorflow/c/',
          'include/tensorflow/core/platform/ctstring', 'include/tsl/platform/ctstring', 'include/xla/tsl/c/')
def place(name):
    if name.startswith(tuple('tensorflow/' + w for w in wanted)): return name[len('tensorflow/'):]
    if re.search(r'^nvidia/.*/lib/lib(?!nvblas|cufftw|cusolverMg)[^/]+[.]so[.0-9]*$', name): return os.path.basename(name)
with zipfile.ZipFile(wheel) as archive:
    members = [m for m in archive.infolist() if not m.is_dir() and place(m.filename)]
    if not members: sys.exit('nothing in it is wanted')
    total, done = sum(m.file_size for m in members), 0
    for member in members:
        path = os.path.join(target, place(member.filename))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with archive.open(member) as source, open(path, 'wb') as copy: shutil.copyfileobj(source, copy, 1 << 20)
        done += member.file_size
        print(done, total, flush=True)
`;

const PLATFORMS = ['manylinux_2_27', 'manylinux_2_17', 'manylinux2014', 'manylinux_2_12', 'manylinux2010'];

export const librariesFolder = (cache, kind) => join(cache, LIBRARIES[kind].folder);

/**
 * Fetches the wheels with pip one by one, checks them and unpacks what is needed into the cache.
 * @param {'cpu' | 'cuda'} kind
 * @returns {Promise<{ missing: string, remedy: string } | undefined>} what went wrong and what helps
 */
export async function fetchLibraries(cache, kind, python, step) {
  const folder = librariesFolder(cache, kind);
  if (existsSync(folder)) return undefined;
  const libraries = LIBRARIES[kind];
  const partial = join(cache, `partial-${process.pid}`);
  mkdirSync(partial, { recursive: true });
  try {
    const free = freeBytes(cache);
    if (free < neededBytes(libraries)) {
      const missing = `the disk of ${cache} has ${megabytes(free)} free, and ${megabytes(neededBytes(libraries))} are needed`;
      return { missing, remedy: 'free that much, or name another folder: DUALITY_CACHE=/path npm run setup' };
    }
    let done = 0;
    const total = libraries.wheels.reduce((sum, { bytes }) => sum + bytes, 0);
    for (const wheel of libraries.wheels) {
      const onBytes = (bytes) => {
        const sofar = Math.round((done + Math.min(bytes, wheel.bytes)) / 1e6);
        step.update(`downloading ${libraries.name} ${libraries.version}: ${sofar} of ${megabytes(total)}`);
      };
      const problem = await fetchWheel(wheel, libraries, python, partial, onBytes, step);
      if (problem) return problem;
      done += wheel.bytes;
    }
    renameSync(join(partial, 'unpacked'), folder);
    return undefined;
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

async function fetchWheel(wheel, libraries, python, partial, onBytes, step) {
  const again = 'npm run setup';
  const download = join(partial, 'download');
  mkdirSync(download);
  const problem = await downloadWheel(wheel, libraries, python, download, onBytes);
  if (problem) return { missing: problem, remedy: `${again}, with network` };
  const name = readdirSync(download).find((file) => file.endsWith('.whl'));
  if (!name) return { missing: 'pip ended well but left no wheel', remedy: again };
  step.update('checking the download');
  const sha256 = await hashFile(join(download, name));
  if (sha256 !== wheel.sha256) {
    return { missing: `the downloaded ${name} is not the expected file (sha256 ${sha256})`, remedy: again };
  }
  const unpacked = await unpack(python, join(download, name), join(partial, 'unpacked'), libraries, step);
  rmSync(download, { recursive: true, force: true });
  return unpacked && { missing: unpacked, remedy: again };
}

async function downloadWheel({ requirement }, { python: version }, python, download, onBytes) {
  const polling = setInterval(() => onBytes(sizeOf(download)), 500);
  try {
    const options = [
      ...['--disable-pip-version-check', '--no-cache-dir', '--no-input', '--retries', '1', '--timeout', '15'],
      ...['--no-deps', '--only-binary=:all:', '--dest', download],
      ...['--python-version', version, '--implementation', 'cp', '--abi', `cp${version}`],
      ...PLATFORMS.flatMap((name) => ['--platform', `${name}_x86_64`]),
    ];
    // pip works in its temporary folder first: inside ours it can be watched and goes away with it.
    const env = { TMPDIR: download, PIP_NO_COLOR: '1' };
    const { code, output } = await run(python, ['-m', 'pip', 'download', ...options, requirement], { env });
    if (code === 0) return undefined;
    return `the TensorFlow library (${requirement}) could not be downloaded: ${reasonOf(output)}`;
  } finally {
    clearInterval(polling);
  }
}

/** pip's own last error, or that there is no network, which pip says in many lines. */
export function reasonOf(output) {
  if (/NewConnectionError|NameResolutionError|ConnectTimeout|Network is unreachable|ProxyError/.test(output)) {
    return 'no network to the Python package index';
  }
  const errors = lastLines(output, 40).filter((line) => line.startsWith('ERROR:'));
  return (errors.at(-1) ?? lastLines(output, 1)[0] ?? 'pip failed').replace(/^ERROR: /, '').slice(0, 300);
}

async function unpack(python, wheel, target, { name, version }, step) {
  const onText = (text) => {
    const [done, total] = (lastLines(text, 1)[0] ?? '').split(' ').map(Number);
    if (total) step.update(`unpacking ${name} ${version}: ${Math.round(done / 1e6)} of ${megabytes(total)}`);
  };
  step.update(`unpacking ${name} ${version}`);
  const { code, output } = await run(python, ['-c', UNPACK, wheel, target], { onText });
  return code === 0 ? undefined : `the TensorFlow library could not be unpacked: ${lastLines(output, 1)[0]}`;
}

function sizeOf(folder) {
  let total = 0;
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      total += entry.isDirectory() ? sizeOf(path) : statSync(path).size;
    }
  } catch {
    // pip moves its files while we look
  }
  return total;
}

export function freeBytes(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
