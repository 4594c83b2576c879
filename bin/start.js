import './setup/require-node.js';
import { setTimeout as sleep } from 'node:timers/promises';
import { endWithNpm } from './setup/end-with-npm.js';
import { root } from './setup/paths.js';
import { row } from './setup/report.js';
import { interruptible, setUp } from './setup/set-up.js';
import { askHealth, findObstacle, warmUp } from './start/address.js';
import { askEngine, checkStore } from './start/ask-trainer.js';
import { describeAddress, readKey } from './start/describe-address.js';
import { HELP, parseFlags } from './start/flags.js';
import { startLab } from './start/lab.js';

const HEALTHY_WITHIN_MS = 60_000;
/** npm passes Ctrl-C on to what the terminal has told already: two signals this close are one. */
const SAME_CTRL_C_MS = 700;

const say = (text) => console.log(text);

function readFlags() {
  try {
    return parseFlags(process.argv.slice(2), { env: process.env, cwd: process.cwd(), root });
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}

const flags = readFlags();
if (flags.help) {
  say(HELP.trimEnd());
} else {
  endWithNpm();
  await prepare();
  runLab();
}

async function prepare() {
  const obstacle = await findObstacle(flags.host, flags.port);
  if (obstacle) {
    console.error(obstacle);
    process.exit(1);
  }
  await interruptible(async () => {
    await setUp({ web: true, retry: true });
    const [engine] = await Promise.all([askEngine(flags.engine), checkStore(flags.store)]);
    say('Duality');
    say(row('Engine', describeEngine(engine)));
    say(row('Store', flags.store));
  });
}

function describeEngine({ engine, version, device, reason }) {
  const name = [engine, version, device && `on ${device}`].filter(Boolean).join(' ');
  return reason ? `${name}: ${reason}` : name;
}

function runLab() {
  let hurry = () => {};
  const hurried = new Promise((settle) => {
    hurry = settle;
  });
  let stoppedAt = 0;
  const stop = async (code) => {
    if (stoppedAt > 0) {
      if (Date.now() - stoppedAt > SAME_CTRL_C_MS) hurry();
      return;
    }
    stoppedAt = Date.now();
    say('\nStopping: saving checkpoints … (Ctrl-C again to stop at once)');
    await lab.stop(hurried);
    say('Stopped.');
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(130));
  const lab = startLab(flags, { say, onGiveUp: () => stop(1) });
  announce(() => stoppedAt > 0);
}

async function announce(isStopping) {
  const until = Date.now() + HEALTHY_WITHIN_MS;
  while (!(await askHealth(flags.host, flags.port))?.ok) {
    if (isStopping()) return;
    if (Date.now() > until) return say(row('Dashboard', 'does not answer yet; its messages, if any, are above'));
    await sleep(150);
  }
  const key = readKey(flags.store);
  await warmUp(flags.host, flags.port, key);
  for (const [title, text] of describeAddress(flags, key)) say(row(title, text));
  say('\n  Press Ctrl-C to stop; runs in progress save a checkpoint first.\n');
}
