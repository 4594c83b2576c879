// npm run NAME: makes ready what is missing, then runs apps/trainer/bin/NAME.js on Node 24.
import './setup/require-node.js';
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { endWithNpm } from './setup/end-with-npm.js';
import { findNode, root } from './setup/paths.js';
import { interruptible, setUp } from './setup/set-up.js';

const [name, ...args] = process.argv.slice(2);
const folder = join(root, 'apps', 'trainer', 'bin');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.js') && !file.endsWith('.test.js'))
  .map((file) => file.slice(0, -3));
if (!names.includes(name)) {
  console.error(`There is no command ${JSON.stringify(name ?? '')}. Commands: ${names.join(', ')}.`);
  process.exit(2);
}
endWithNpm();
await interruptible(() => setUp());

const door = join(folder, `${name}.js`);
if (Number.parseInt(process.versions.node, 10) >= 24) {
  process.argv = [process.execPath, door, ...args];
  await import(pathToFileURL(door).href);
} else {
  runOnPinnedNode();
}

function runOnPinnedNode() {
  const child = spawn(findNode(), [door, ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the child as well; twice would mean "at once".
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('error', (error) => {
    console.error(`Node 24 could not be started: ${error.message}`);
    process.exit(1);
  });
  child.on('close', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}
