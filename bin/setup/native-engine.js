import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addonKey, cachedAddon, compileAddon, installAddon, installedAddon, isInstalled } from './addon.js';
import { lastLines, run } from './child.js';
import { gatherFacts } from './engine-facts.js';
import { fallbackNote, planEngine } from './engine-plan.js';
import { readJson, writeJson } from './json-file.js';
import { withLock } from './lock.js';
import { readDriver } from './nvidia-driver.js';
import { installFromPackage, removePackageEngine } from './package-engine.js';
import { cacheFolder, findNode, stamps } from './paths.js';
import { fetchLibraries, librariesFolder } from './wheel.js';
import { LIBRARIES } from './wheels.js';

const recordFile = join(stamps, 'engine.json');
const LABEL = 'TensorFlow';

/**
 * Makes the native engine ready, or says in node_modules/.duality/engine.json why it is not.
 * Cheap when it is there; what failed before is tried again only when asked (retry).
 */
export async function ensureNativeEngine(report, { retry }) {
  if (isEngineSettled({ retry })) return;
  const cache = cacheFolder();
  const before = readJson(recordFile)?.tensorflow;
  mkdirSync(cache, { recursive: true });
  const onWait = (pid) => report.note(LABEL, `waiting for another set-up (pid ${pid})`);
  await withLock(join(cache, 'setup.lock'), { onWait }, async () => {
    removePartials(cache);
    const result = await setUpEngine(report, cache);
    writeJson(recordFile, { tensorflow: result });
    if (result.gpuProblem && result.gpuProblem !== before?.gpuProblem) {
      report.note(LABEL, `the NVIDIA GPU is not used: ${result.gpuProblem}`);
    }
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
  return record !== undefined && isReady(record, cacheFolder());
}

function isReady(record, cache, env = process.env) {
  const asked = env.DUALITY_ENGINE_SOURCE ?? record.source;
  if (asked !== record.source) return false;
  if (record.source === 'package') return existsSync(installedAddon);
  const { kind = 'cpu', key } = record;
  if (isOtherKindWanted(kind, record.driver, env.DUALITY_CUDA)) return false;
  return key === addonKey(cache, kind) && isInstalled(cache, kind, key);
}

/** Whether CUDA was asked for or forbidden since, or a driver has come or changed that the set-up did not see. */
function isOtherKindWanted(kind, driverBefore, cuda) {
  if (cuda === '0') return kind === 'cuda';
  if (kind === 'cuda') return false;
  const driver = readDriver();
  return cuda === '1' || (driver !== undefined && driver !== driverBefore);
}

/** What a killed set-up left; nobody else is at work here while the lock is held. */
function removePartials(cache) {
  for (const name of readdirSync(cache)) {
    if (name.includes('partial-')) rmSync(join(cache, name), { recursive: true, force: true });
  }
}

async function setUpEngine(report, cache, cudaProblem) {
  const { facts, python, compiler } = await gatherFacts(cache);
  const plan = planEngine({ ...facts, cudaProblem });
  const { way, kind, gpuProblem } = plan;
  if (way === 'none') return { ok: false, missing: plan.missing, remedy: plan.remedy };
  const step = report.step(LABEL, 'setting up the native engine');
  const problem =
    way === 'package' ? await installFromPackage(step) : await installFromWheel(cache, kind, python, compiler, step);
  const { version, reason } = problem ? {} : await tryEngine(kind, step);
  if (version) {
    step.done(`${kind ? LIBRARIES[kind].name : 'TensorFlow'} ${version}`);
    if (way === 'package') return { ok: true, version, source: 'package' };
    return { ok: true, version, source: 'wheel', kind, key: addonKey(cache, kind), driver: facts.driver, gpuProblem };
  }
  if (!problem && way !== 'package') rmSync(cachedAddon(cache, addonKey(cache, kind)), { force: true });
  if (!problem && way === 'cached') {
    step.fail('the addon in the cache does not work here: compiling it again');
    return setUpEngine(report, cache, cudaProblem);
  }
  if (kind === 'cuda') {
    step.fail('no CUDA: setting up the engine without it');
    return setUpEngine(report, cache, problem?.missing ?? reason);
  }
  if (problem) return giveUp(step, problem.missing, problem.remedy);
  return giveUp(step, `the native engine does not load here: ${reason}`, `delete ${cache}, then npm run setup`);
}

function giveUp(step, missing, remedy) {
  step.fail('no native engine');
  removePackageEngine();
  return { ok: false, missing, remedy };
}

async function installFromWheel(cache, kind, python, compiler, step) {
  const isThere = existsSync(librariesFolder(cache, kind));
  const problem = isThere ? undefined : await fetchLibraries(cache, kind, python, step);
  if (problem) return problem;
  const key = addonKey(cache, kind);
  if (!existsSync(cachedAddon(cache, key))) {
    step.update(`compiling the addon for ${LIBRARIES[kind].name} ${LIBRARIES[kind].version}`);
    const failed = await compileAddon(cache, kind, compiler);
    if (failed) return { missing: failed, remedy: 'name a C++17 compiler that works: CXX=/path/to/g++ npm run setup' };
  }
  installAddon(cache, key);
  return undefined;
}

/** Loads the engine and computes with it, in a process of its own. */
async function tryEngine(kind, step) {
  step.update('trying the engine');
  const { code, output, stdout } = await run(findNode(), [fileURLToPath(new URL('probe.js', import.meta.url))], {
    env: { TF_CPP_MIN_LOG_LEVEL: '2' },
  });
  const answer = lastLines(stdout, 1)[0];
  if (code === 0 && answer?.startsWith('{')) {
    const { version, gpu } = JSON.parse(answer);
    return kind === 'cuda' && !gpu ? { reason: 'TensorFlow finds no GPU that it can use' } : { version };
  }
  const line = lastLines(output, 40).find((line) => /error|cannot|SIGILL/i.test(line)) ?? lastLines(output, 1)[0];
  return { reason: String(line).trim().slice(0, 300) };
}
