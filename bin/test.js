// npm test: sets up what is missing, then every check; --static leaves the browser tests out (npm run check).
import './setup/require-node.js';
import { Interrupted } from './setup/child.js';
import { findChromium } from './setup/chromium.js';
import { createReport, row, seconds } from './setup/report.js';
import { interruptible, setUp } from './setup/set-up.js';
import { describeFailure } from './test/failures.js';
import { runPlaywright, runVitest } from './test/runners.js';
import { staticChecks } from './test/static-checks.js';

const isStatic = process.argv.includes('--static');
const unknown = process.argv.slice(2).find((argument) => argument !== '--static');
if (unknown) {
  console.error(`npm test takes no argument ${unknown}; the only one is --static.`);
  process.exit(2);
}
let passed = 0;
/** @type {import('./test/failures.js').Failure[]} */
const failures = [];

await interruptible(async () => {
  if (await isDone('set-up', () => setUp({ retry: true }))) await runAll();
});
if (failures.length > 0) console.log(`Failed\n${failures.map(describeFailure).join('\n')}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);

async function runAll() {
  console.log('Checks');
  for (const { name, check } of staticChecks) await runStep(name, check);
  // Some integration tests ask the built dashboard.
  const isBuilt = await isDone('dashboard', () => setUp({ web: true }));
  console.log('Unit and integration tests');
  add(await runVitest());
  if (isStatic) return;
  console.log('Browser tests');
  let chromium;
  const isFound = await isDone('browser', async () => {
    chromium = await findChromium(createReport(process.stdout, { title: '' }));
  });
  if (isBuilt && isFound) add(await runPlaywright(chromium));
}

async function runStep(name, check) {
  const startedAt = Date.now();
  const verdict = await check().catch(rethrowInterrupted);
  console.log(row(name.padEnd(18), `${verdict.passed ? 'ok    ' : 'failed'}  ${seconds(Date.now() - startedAt)}`));
  if (!verdict.passed) console.log(verdict.output.trimEnd().replace(/^/gm, '    '));
  add(verdict.passed ? { passed: 1, failures: [] } : failureOf(name, verdict.output));
}

/** What tests need before they can run: no test itself, but a failure when it does not come about. */
async function isDone(name, work) {
  try {
    await work();
    return true;
  } catch (error) {
    const { output } = rethrowInterrupted(error);
    console.log(`${row(name.padEnd(18), 'failed')}\n${output}`);
    add(failureOf(name, output));
    return false;
  }
}

function rethrowInterrupted(error) {
  if (error instanceof Interrupted) throw error;
  return { passed: false, output: error.message };
}

const failureOf = (name, message) => ({ passed: 0, failures: [{ name, message }] });

/** @param {import('./test/runners.js').Counts} counts */
function add(counts) {
  passed += counts.passed;
  failures.push(...counts.failures);
}
