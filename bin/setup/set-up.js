import { join } from 'node:path';
import { Interrupted, interruptAll } from './child.js';
import { ensureDependencies, hasDependencies } from './dependencies.js';
import { withLock } from './lock.js';
import { ensureNativeEngine, isEngineSettled } from './native-engine.js';
import { root } from './paths.js';
import { createReport } from './report.js';
import { ensureWebBuild, isWebBuilt } from './web-build.js';

/**
 * Makes ready whatever is missing and says so on stderr; silent and quick when nothing is.
 * @param {{ web?: boolean, retry?: boolean }} wanted web: the built dashboard too; retry: try again what failed before
 */
export async function setUp({ web = false, retry = false } = {}) {
  if (isComplete(web, retry)) return;
  const report = createReport(process.stderr);
  const onWait = (pid) => report.note('Set-up', `waiting for another set-up (pid ${pid})`);
  await withLock(join(root, '.duality', 'setup.lock'), { onWait }, async ({ holdFor }) => {
    await ensureDependencies(report, holdFor);
    await ensureNativeEngine(report, { retry });
    if (web) await ensureWebBuild(report, holdFor);
  });
}

const isComplete = (web, retry) => hasDependencies() && isEngineSettled({ retry }) && (!web || isWebBuilt());

/**
 * Runs a door's set-up: Ctrl-C ends what it has under way and exits 130, a failure is one message and exit 1.
 * @param {() => Promise<void>} work
 */
export async function interruptible(work, env = process.env) {
  const onSignal = () => interruptAll();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, onSignal);
  try {
    await work();
  } catch (error) {
    if (error instanceof Interrupted) {
      process.stderr.write('\nSet-up was stopped. The same command goes on from here.\n');
      process.exit(130);
    }
    process.stderr.write(`${env.DUALITY_DEBUG ? error.stack : error.message}\n`);
    // A door of the trainer that refused has said which kind of failure it is.
    process.exit(typeof error.code === 'number' ? error.code : 1);
  } finally {
    for (const signal of signals) process.off(signal, onSignal);
  }
}
