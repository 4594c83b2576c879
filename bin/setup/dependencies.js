import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines, run } from './child.js';
import { hashFiles } from './hash.js';
import { readJson, writeJson } from './json-file.js';
import { npm } from './npm.js';
import { modules, pinnedNode, root, stamps } from './paths.js';

const stampFile = join(stamps, 'dependencies.json');
const lockfile = join(root, 'package-lock.json');
const LABEL = 'Dependencies';

/** Whether node_modules is what package-lock.json says. Reads two files. */
export function hasDependencies() {
  return existsSync(pinnedNode) && readJson(stampFile)?.lockfile === lockfileHash();
}

const lockfileHash = () => hashFiles([['package-lock.json', lockfile]]);

/** Installs what the lockfile names, unless it is there. holdFor: see withLock. */
export async function ensureDependencies(report, holdFor) {
  if (hasDependencies()) return;
  const lock = readJson(lockfile);
  if (!lock) throw new Error(`${lockfile} is missing or broken: restore it with "git checkout package-lock.json".`);
  // Somebody may have run npm by hand; its own record of the tree, which npm writes last, then tells so.
  const isThere = isSameTree(lock, readJson(join(modules, '.package-lock.json')));
  if (isThere && existsSync(pinnedNode)) return writeJson(stampFile, { lockfile: lockfileHash() });
  const step = report.step(LABEL, `installing ${countOf(lock)} packages`);
  const work = (args) => npm(args, { cwd: root, onStart: holdFor });
  let result = { code: 0, output: '' };
  rmSync(stampFile, { force: true });
  if (!isThere) {
    // --ignore-scripts: one package would fetch its own TensorFlow; `node` alone needs its script, which fetches Node.
    result = await work([
      ...(isRunningFromModules() ? ['install', '--no-save'] : ['ci']),
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
    ]);
  }
  if (result.code === 0) step.update('fetching Node 24');
  if (result.code === 0 && !existsSync(pinnedNode)) result = await work(['rebuild', 'node', '--foreground-scripts']);
  const problem = result.code === 0 ? await tryNode() : explain(result.output);
  if (problem) {
    step.fail('not installed');
    throw new Error(problem);
  }
  writeJson(stampFile, { lockfile: lockfileHash() });
  step.done('installed');
}

/** What is installed everywhere; the optional packages are mostly those of other systems. */
const countOf = (lock) => Object.values(lock.packages).filter((entry) => entry.version && !entry.optional).length;

/** Whether npm's record of what it installed has every package of the lockfile in the same version. */
export function isSameTree(lock, installed) {
  if (!installed?.packages) return false;
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true;
    const found = installed.packages[path];
    // Packages for other systems are optional and not installed here.
    return found ? found.version === wanted.version : Boolean(wanted.optional || wanted.devOptional);
  });
}

/** Windows cannot replace a program that is running, and then `npm ci` cannot empty node_modules. */
const isRunningFromModules = () => process.platform === 'win32' && process.execPath.startsWith(modules);

async function tryNode() {
  const { code, output } = await run(pinnedNode, ['--version']);
  if (code === 0 && output.startsWith('v24.')) return undefined;
  rmSync(pinnedNode, { force: true });
  return `the Node 24 in node_modules does not run (${lastLines(output, 1)[0] ?? `exit ${code}`}): run "npm run setup" again.`;
}

/** npm's own error lines without its usage text, and what to do about them. */
export function explain(output) {
  const said = output
    .split(/\r?\n/)
    .filter((line) => /^npm error .*\S/i.test(line))
    .map((line) => line.replace(/^npm error /i, ''));
  const usage = said.findIndex((line) => /^(Clean install|Usage:|Options:)/.test(line));
  const lines = (usage > 0 ? said.slice(0, usage) : said).filter((line) => !line.includes('complete log of this run'));
  const shown = lines.length > 0 ? lines.slice(0, 8) : lastLines(output);
  const isOffline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH/.test(output);
  const isUnequal = output.includes('EUSAGE');
  const remedy = isOffline
    ? 'There is no network to the package registry: connect, then run the same command again.'
    : isUnequal
      ? 'package-lock.json does not fit package.json: run "npm install --ignore-scripts && node bin/complete-lock.js".'
      : 'When that is put right, run the same command again.';
  return ['npm could not install the dependencies. It said:', ...shown.map((line) => `    ${line}`), remedy].join('\n');
}
