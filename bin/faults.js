// npm run test:faults: makes ready what is missing, then inflicts every fault for real and says what was counted.
import './setup/require-node.js';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findChromium } from './setup/chromium.js';
import { findNode, root } from './setup/paths.js';
import { createReport } from './setup/report.js';
import { interruptible, setUp } from './setup/set-up.js';
import { addUp, describeCounts, isTrue } from './test/fault-counts.js';
import { toolScript } from './test/tool.js';
import { runVisibly } from './test/visible.js';

const HELP = `npm run test:faults -- [--kills N] [--reconnects N]

  --kills N        SIGKILLs of trainer, dashboard, scheduler and all at once (default 16)
  --reconnects N   cuts of a live stream (default 1000)
`;
/** Beside tests/faults, those of the other process tests that inflict something and count it. */
const others = ['store-crash', 'store-faults', 'full-disk', 'kill-and-resume', 'sweep-crash', 'scheduler-crash'];

const flags = readFlags();
if (flags.help) console.log(HELP.trimEnd());
else await interruptible(inflictAll);

async function inflictAll() {
  await setUp({ web: true });
  const folder = mkdtempSync(join(tmpdir(), 'duality-faults-'));
  const file = join(folder, 'counts');
  try {
    const files = ['tests/faults/', ...others.map((name) => `tests/process/${name}`)];
    const env = {
      DUALITY_FAULT_COUNTS: file,
      DUALITY_FAULT_KILLS: flags.kills,
      DUALITY_FAULT_RECONNECTS: flags.reconnects,
      DUALITY_SWEEP_KILLS: '4',
      TF_CPP_MIN_LOG_LEVEL: '2',
    };
    const args = [toolScript('vitest'), 'run', '--project', 'process', ...files];
    const code = await runVisibly(findNode(), args, { cwd: root, env });
    const inBrowser = await watchInBrowser(file);
    const counts = addUp(existsSync(file) ? readFileSync(file, 'utf8') : '');
    console.log(`\n${describeCounts(counts)}`);
    process.exitCode = code === 0 && inBrowser === 0 && isTrue(counts) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The page that is cut off; the story counts it. @returns {Promise<number>} exit code */
async function watchInBrowser(file) {
  const chromium = await findChromium(createReport(process.stdout, { title: '' }));
  const args = [toolScript('@playwright/test', 'playwright'), 'test', 'watch-a-run', '--reporter=list'];
  const env = { DUALITY_FAULT_COUNTS: file, ...(chromium && { DUALITY_CHROMIUM: chromium }) };
  return runVisibly(findNode(), args, { cwd: root, env });
}

function readFlags() {
  const options = {
    kills: { type: 'string', default: '16' },
    reconnects: { type: 'string', default: '1000' },
    help: { type: 'boolean', default: false },
  };
  try {
    const { values } = parseArgs({ options });
    for (const name of ['kills', 'reconnects']) {
      if (!/^[1-9]\d{0,5}$/.test(values[name])) {
        throw new Error(`--${name} ${values[name]}: must be a whole number from 1 to 999999.`);
      }
    }
    return values;
  } catch (error) {
    console.error(`${error.message.split('. ')[0].replace(/\.$/, '')}.\n${HELP.trimEnd()}`);
    process.exit(2);
  }
}
