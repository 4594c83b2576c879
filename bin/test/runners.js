import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJson } from '../setup/json-file.js';
import { findNode, root } from '../setup/paths.js';
import { playwrightFailures, vitestFailures } from './failures.js';
import { toolScript } from './tool.js';
import { runVisibly } from './visible.js';

/** Unit and integration tests of every package. */
export const runVitest = () =>
  withReport(async (report) => {
    const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
    const env = { TF_CPP_MIN_LOG_LEVEL: '2' };
    const code = await runVisibly(findNode(), [toolScript('vitest'), ...args], { cwd: root, env });
    return countVitest(readJson(report), code);
  });

/** The browser tests. */
export const runPlaywright = (chromium) =>
  withReport(async (report) => {
    if (!existsSync(join(root, 'playwright.config.ts'))) {
      return { passed: 0, failures: [{ name: 'browser tests', message: 'playwright.config.ts is missing' }] };
    }
    const reporter = process.stdout.isTTY ? 'line' : 'list';
    const args = [toolScript('@playwright/test', 'playwright'), 'test', `--reporter=${reporter},json`];
    const env = { ...(chromium && { DUALITY_CHROMIUM: chromium }), PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    const code = await runVisibly(findNode(), args, { cwd: root, env });
    return countPlaywright(readJson(report), code);
  });

async function withReport(work) {
  const folder = mkdtempSync(join(tmpdir(), 'duality-test-'));
  try {
    return await work(join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file that failed before its first test counts as one failure; so does a runner that failed or ran nothing. */
export const countVitest = (report, code) =>
  settle('unit and integration tests', report?.numPassedTests ?? 0, vitestFailures(report), code);

export function countPlaywright(report, code) {
  const { expected = 0, flaky = 0 } = report?.stats ?? {};
  return settle('browser tests', expected + flaky, playwrightFailures(report), code);
}

/** @typedef {{ passed: number, failures: import('./failures.js').Failure[] }} Counts */

/** @returns {Counts} */
function settle(runner, passed, failures, code) {
  const isUnsaid = failures.length === 0 && (code !== 0 || passed === 0);
  const unsaid = { name: runner, message: `ended with exit code ${code} and ${passed} tests passed` };
  return { passed, failures: isUnsaid ? [unsaid] : failures };
}
