// npm test: sets up what is missing, then every check; --static leaves the browser tests out (npm run check).
import './setup/require-node.js';
import { Interrupted } from './setup/child.js';
import { findChromium } from './setup/chromium.js';
import { createReport, row, seconds } from './setup/report.js';
import { interruptible, setUp } from './setup/set-up.js';
import { runPlaywright, runVitest } from './test/runners.js';
import { staticChecks } from './test/static-checks.js';

const isStatic = process.argv.includes('--static');
const unknown = process.argv.slice(2).find((argument) => argument !== '--static');
if (unknown) {
  console.error(`npm test takes no argument ${unknown}; the only one is --static.`);
  process.exit(2);
}
const total = { passed: 0, failed: 0 };

await interruptible(async () => {
  if (await isDone('set-up', () => setUp({ retry: true }))) await runAll();
});
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

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
  const { passed, output } = await check().catch(rethrowInterrupted);
  console.log(row(name.padEnd(18), `${passed ? 'ok    ' : 'failed'}  ${seconds(Date.now() - startedAt)}`));
  if (!passed) console.log(output.trimEnd().replace(/^/gm, '    '));
  add({ passed: passed ? 1 : 0, failed: passed ? 0 : 1 });
}

/** What tests need before they can run: no test itself, but a failure when it does not come about. */
async function isDone(name, work) {
  try {
    await work();
    return true;
  } catch (error) {
    const { output } = rethrowInterrupted(error);
    console.log(`${row(name.padEnd(18), 'failed')}\n${output}`);
    add({ passed: 0, failed: 1 });
    return false;
  }
}

function rethrowInterrupted(error) {
  if (error instanceof Interrupted) throw error;
  return { passed: false, output: error.message };
}

function add({ passed, failed }) {
  total.passed += passed;
  total.failed += failed;
}
