import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addonKey, cachedAddon, compileAddon, installAddon, installedAddon, isInstalled } from './addon.js';
import { lastLines, run } from './child.js';
import { gatherFacts } from './engine-facts.js';
import { fallbackNote, planEngine } from './engine-plan.js';
import { readJson, writeJson } from './json-file.js';
import { withLock } from './lock.js';
import { installFromPackage, removePackageEngine } from './package-engine.js';
import { cacheFolder, findNode, stamps } from './paths.js';
import { fetchLibraries, librariesFolder, WHEEL } from './wheel.js';

const recordFile = join(stamps, 'engine.json');
const LABEL = 'TensorFlow';

/**
 * Makes the native engine ready, or says in node_modules/.duality/engine.json why it is not.
 * Cheap when it is there; what failed before is tried again only when asked (retry).
 */
export async function ensureNativeEngine(report, { retry }) {
  if (isEngineSettled({ retry })) return;
  const cache = cacheFolder();
  const key = addonKey(cache);
  const before = readJson(recordFile)?.tensorflow;
  mkdirSync(cache, { recursive: true });
  const onWait = (pid) => report.note(LABEL, `waiting for another set-up (pid ${pid})`);
  await withLock(join(cache, 'setup.lock'), { onWait }, async () => {
    removePartials(cache);
    const result = await setUpEngine(report, cache, key);
    writeJson(recordFile, { tensorflow: result });
    if (result.ok || result.missing === before?.missing) return;
    report.note(LABEL, `not set up: ${result.missing}`);
    report.note('', fallbackNote);
    report.note('', `To fix it: ${result.remedy}`);
  });
}

/** Whether there is nothing to do: the engine is there, or it failed and is not to be tried again. */
export function isEngineSettled({ retry }) {
  const record = readJson(recordFile)?.tensorflow;
  if (record?.ok === false) return !retry;
  const cache = cacheFolder();
  return record !== undefined && isReady(record, cache, addonKey(cache));
}

function isReady(record, cache, key, env = process.env) {
  const asked = env.DUALITY_ENGINE_SOURCE ?? record.source;
  if (asked !== record.source) return false;
  return record.source === 'package' ? existsSync(installedAddon) : record.key === key && isInstalled(cache, key);
}

/** What a killed set-up left; nobody else is at work here while the lock is held. */
function removePartials(cache) {
  for (const name of readdirSync(cache)) {
    if (name.includes('partial-')) rmSync(join(cache, name), { recursive: true, force: true });
  }
}

async function setUpEngine(report, cache, key) {
  const { facts, python, compiler } = await gatherFacts(cache, key);
  const plan = planEngine(facts);
  if (plan.way === 'none') return { ok: false, missing: plan.missing, remedy: plan.remedy };
  const step = report.step(LABEL, 'setting up the native engine');
  const isPackage = plan.way === 'package';
  const problem = isPackage
    ? await installFromPackage(step)
    : await installFromWheel(cache, key, python, compiler, step);
  if (problem) return giveUp(step, problem.missing, problem.remedy);
  const { version, reason } = await tryEngine(step);
  if (version) {
    step.done(`TensorFlow ${version}`);
    return { ok: true, version, source: isPackage ? 'package' : 'wheel', ...(!isPackage && { key }) };
  }
  rmSync(cachedAddon(cache, key), { force: true });
  if (plan.way === 'cached') {
    step.fail('the addon in the cache does not load here: compiling it again');
    return setUpEngine(report, cache, key);
  }
  return giveUp(step, `the native engine does not load here: ${reason}`, `delete ${cache}, then npm run setup`);
}

function giveUp(step, missing, remedy) {
  step.fail('no native engine');
  removePackageEngine();
  return { ok: false, missing, remedy };
}

async function installFromWheel(cache, key, python, compiler, step) {
  const problem = existsSync(librariesFolder(cache)) ? undefined : await fetchLibraries(cache, python, step);
  if (problem) return problem;
  if (!existsSync(cachedAddon(cache, key))) {
    step.update(`compiling the addon for TensorFlow ${WHEEL.version}`);
    const failed = await compileAddon(cache, key, compiler);
    if (failed) return { missing: failed, remedy: 'name a C++17 compiler that works: CXX=/path/to/g++ npm run setup' };
  }
  installAddon(cache, key);
  return undefined;
}

/** Loads the engine and computes with it, in a process of its own. */
async function tryEngine(step) {
  step.update('trying the engine');
  const { code, output, stdout } = await run(findNode(), [fileURLToPath(new URL('probe.js', import.meta.url))], {
    env: { TF_CPP_MIN_LOG_LEVEL: '2' },
  });
  const answer = lastLines(stdout, 1)[0];
  if (code === 0 && answer?.startsWith('{')) return { version: JSON.parse(answer).version };
  const line = lastLines(output, 40).find((line) => /error|cannot|SIGILL/i.test(line)) ?? lastLines(output, 1)[0];
  return { reason: String(line).trim().slice(0, 300) };
}
