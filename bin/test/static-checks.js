import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../setup/child.js';
import { readJson } from '../setup/json-file.js';
import { findNode, root } from '../setup/paths.js';
import { findLockfileProblems } from './lockfile.js';
import { toolScript } from './tool.js';

/** Import rules over an empty tree pass: a parser that sees no module must not count as a check. */
const MODULE_FLOOR = 40;
const QUIET = {
  TURBO_TELEMETRY_DISABLED: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  NO_COLOR: '1',
  FORCE_COLOR: undefined,
};

/** @typedef {{ passed: boolean, output: string }} Verdict */

/** @type {Array<{ name: string, check: () => Promise<Verdict> }>} */
export const staticChecks = [
  {
    name: 'biome',
    check: () => tool(toolScript('@biomejs/biome', 'biome'), ['ci', '--colors=off', '.'], 'biome.json'),
  },
  { name: 'sherif', check: () => tool(fileURLToPath(import.meta.resolve('sherif/index.js')), []) },
  { name: 'lockfile', check: checkLockfile },
  { name: 'turbo boundaries', check: () => tool(toolScript('turbo'), ['boundaries'], 'turbo.json') },
  { name: 'import rules', check: checkImports },
  { name: 'knip', check: () => tool(toolScript('knip'), [], 'knip.json') },
  { name: 'types: tests', check: () => typecheck('tests') },
  { name: 'types: shared', check: () => typecheck('packages/shared') },
  { name: 'types: trainer', check: () => typecheck('apps/trainer') },
  { name: 'types: web', check: typecheckWeb },
];

/** @param {string} [config] a file without which the check would check nothing */
async function tool(script, args, config) {
  if (config && !existsSync(join(root, config))) return { passed: false, output: `${config} is missing` };
  const { code, output } = await run(findNode(), [script, ...args], { cwd: root, env: QUIET });
  return { passed: code === 0, output };
}

async function checkLockfile() {
  const { allowScripts } = readJson(join(root, 'package.json'));
  const problems = findLockfileProblems(readJson(join(root, 'package-lock.json')), allowScripts);
  return { passed: problems.length === 0, output: problems.join('\n') };
}

async function checkImports() {
  const config = '.dependency-cruiser.cjs';
  if (!existsSync(join(root, config))) return { passed: false, output: `${config} is missing` };
  const script = fileURLToPath(new URL('../../bin/dependency-cruiser.mjs', import.meta.resolve('dependency-cruiser')));
  const args = [script, 'apps', 'packages', 'bin', 'tests', '--config', config, '--output-type', 'json'];
  const { output, stdout } = await run(findNode(), args, { cwd: root, keep: 100_000_000 });
  return judgeImports(stdout) ?? { passed: false, output };
}

/** @returns {Verdict | undefined} undefined when it is not a report */
export function judgeImports(json, floor = MODULE_FLOOR) {
  let summary;
  try {
    ({ summary } = JSON.parse(json));
  } catch {
    return undefined;
  }
  const { totalCruised, violations } = summary;
  const lines = violations.map(({ rule, from, to }) => `${rule.severity} ${rule.name}: ${from} -> ${to}`);
  if (totalCruised < floor) lines.push(`only ${totalCruised} modules were looked at; there are at least ${floor}`);
  const isBroken = violations.some(({ rule }) => rule.severity === 'error');
  return { passed: !isBroken && totalCruised >= floor, output: lines.join('\n') };
}

const typecheck = (folder) =>
  tool(toolScript('typescript', 'tsc'), ['--noEmit', '--project', folder], `${folder}/tsconfig.json`);

/** Next writes the types of its routes and of CSS modules, which no commit has. */
async function typecheckWeb() {
  const { passed, output } = await tool(toolScript('next'), ['typegen', 'apps/web']);
  return passed ? typecheck('apps/web') : { passed, output };
}
