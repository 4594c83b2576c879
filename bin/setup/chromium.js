import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lastLines, run } from './child.js';
import { readJson, writeJson } from './json-file.js';
import { installPackaged, installPackagedWithLibraries } from './packaged-chromium.js';
import { findNode, modules, stamps } from './paths.js';
import { findProgram, isProgram } from './programs.js';

const LABEL = 'Browser';
const stampFile = join(stamps, 'chromium.json');

/**
 * A Chromium that starts here without a person's help; what was found once is remembered.
 * @returns {Promise<string>} path of the program
 * @throws {Error} that says what was tried
 */
export async function findChromium(report, env = process.env) {
  if (env.DUALITY_CHROMIUM) {
    const problem = await tryBrowser(env.DUALITY_CHROMIUM);
    if (problem) throw new Error(`DUALITY_CHROMIUM=${env.DUALITY_CHROMIUM} does not start: ${problem}`);
    return env.DUALITY_CHROMIUM;
  }
  const known = readJson(stampFile)?.path;
  if (known && (await run(known, ['--version'])).code === 0) return known;
  const tried = [];
  for (const { name, find } of WAYS) {
    const path = await find(report);
    if (!path) continue;
    const problem = await tryBrowser(path);
    if (!problem) {
      report.note(LABEL, `${name}: ${path}`);
      writeJson(stampFile, { path });
      return path;
    }
    tried.push(`${name} (${path}) does not start: ${problem}`);
  }
  const found = tried.length > 0 ? tried.join('\n') : 'None was found and none could be installed.';
  throw new Error(
    `The browser tests need Chromium. ${found}\nInstall one, or name it: DUALITY_CHROMIUM=/path/to/chromium`,
  );
}

const WAYS = [
  { name: 'found on this system', find: findSystem },
  { name: "Playwright's own", find: findPlaywrights },
  { name: 'installed with apt-get', find: installWithApt },
  { name: 'from the npm package @sparticuz/chromium', find: installPackaged },
  { name: 'from the npm package @sparticuz/chromium, with its libraries', find: installPackagedWithLibraries },
];

/** @returns {Promise<string | undefined>} what went wrong, in one line */
async function tryBrowser(path) {
  const { code, output } = await run(findNode(), [fileURLToPath(new URL('try-browser.js', import.meta.url)), path]);
  if (code === 0 && output.includes('it-works')) return undefined;
  return (lastLines(output, 1)[0] ?? `exit ${code}`).slice(0, 200);
}

function findSystem() {
  const onPath = findProgram(['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']);
  return onPath ?? USUAL_PLACES.find(isProgram);
}

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

function findPlaywrights() {
  try {
    const { chromium } = createRequire(join(modules, 'package.json'))('playwright-core');
    return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
  } catch {
    return undefined;
  }
}

async function installWithApt(report) {
  const apt = findProgram(['apt-get']);
  if (!apt || process.getuid?.() !== 0) return undefined;
  const step = report.step(LABEL, 'installing chromium with apt-get');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run(apt, ['update'], { env });
  const { code } = await run(apt, ['install', '-y', '--no-install-recommends', 'chromium'], { env });
  const path = code === 0 ? findProgram(['chromium', 'chromium-browser']) : undefined;
  if (path) step.done('chromium installed');
  else step.fail('apt-get could not install chromium');
  return path;
}
