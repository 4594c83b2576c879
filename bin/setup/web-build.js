import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines, run } from './child.js';
import { hashFiles, listFiles } from './hash.js';
import { readJson, writeJson } from './json-file.js';
import { findNode, modules, root } from './paths.js';

const web = join(root, 'apps', 'web');
const stampFile = join(web, '.next', 'duality-build.json');
const LABEL = 'Dashboard';
const NOT_BUILT_FROM = /^(\.next|\.turbo|node_modules|test-results)\/|\.test\.tsx?$|\.tsbuildinfo$|^next-env\.d\.ts$/;

/** Everything that the built dashboard depends on. */
function inputsHash() {
  const inFolder = (name, folder) => listFiles(folder, `${name}/`, /^(\.next|\.turbo|node_modules)$/);
  const files = [
    ...inFolder('web', web),
    ...inFolder('shared', join(root, 'packages', 'shared')),
    ...['package-lock.json', 'tsconfig.json'].map((name) => [name, join(root, name)]),
  ];
  return hashFiles(files.filter(([name]) => !NOT_BUILT_FROM.test(name.replace(/^\w+\//, ''))));
}

export const isWebBuilt = () => readJson(stampFile)?.inputs === inputsHash();

/** Builds the dashboard with Next, unless the build there is of these very sources. */
export async function ensureWebBuild(report, holdFor) {
  const inputs = inputsHash();
  if (readJson(stampFile)?.inputs === inputs) return;
  const step = report.step(LABEL, 'building');
  rmSync(stampFile, { force: true });
  const next = join(modules, 'next', 'dist', 'bin', 'next');
  if (!existsSync(next))
    throw new Error('Next is missing from node_modules: run "npm ci --ignore-scripts && npm rebuild node".');
  const env = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: undefined };
  const onText = (text) => step.update(stageOf(text) ?? 'building');
  const { code, output } = await run(findNode(), [next, 'build', web], { cwd: root, env, onText, onStart: holdFor });
  if (code !== 0) {
    step.fail('not built');
    const said = lastLines(output, 15).map((line) => `    ${line}`);
    throw new Error(['The dashboard could not be built. Next said:', ...said].join('\n'));
  }
  writeJson(stampFile, { inputs });
  step.done('built');
}

const stageOf = (text) =>
  ['Collecting', 'Generating', 'Finalizing', 'Linting', 'Running TypeScript', 'Compiled'].find((word) =>
    text.includes(word),
  ) &&
  lastLines(text, 1)[0]
    ?.replace(/[^\w\s/().]+/g, ' ')
    .trim();
