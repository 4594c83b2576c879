import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { startService } from './service.js';

const service = (script, more = {}) =>
  startService({
    name: 'test service',
    command: process.execPath,
    args: ['-e', script],
    options: {},
    onLine: () => {},
    say: () => {},
    onGiveUp: () => {},
    ...more,
  });

test('a service is stopped by asking', async () => {
  const lines = [];
  const started = new Promise((settle) => {
    const script =
      "process.on('SIGTERM', () => { console.log('bye'); process.exit() }); console.log('up'); setInterval(() => {}, 1e3)";
    const running = service(script, { onLine: (line) => lines.push(line) === 1 && settle(running) });
  });
  await (await started).stop(5000);
  expect(lines).toEqual(['up', 'bye']);
});

test('one that does not obey is ended with what it started', async () => {
  const pids = [];
  const script = `process.on('SIGTERM', () => {});
    const child = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e3)']);
    console.log(process.pid); console.log(child.pid); setInterval(() => {}, 1e3)`;
  const started = new Promise((settle) => {
    const running = service(script, { onLine: (line) => pids.push(Number(line)) === 2 && settle(running) });
  });
  await (await started).stop(100);
  await expect.poll(() => pids.filter(isLiving)).toEqual([]);
});

test('one that ends by itself is started again', async () => {
  let count = 0;
  const said = [];
  const twice = new Promise((settle) => {
    const running = service("console.log('up'); process.exit(3)", {
      onLine: () => {
        count += 1;
        if (count === 2) settle(running);
      },
      say: (text) => said.push(text),
    });
  });
  await (await twice).stop(1000);
  expect(said[0]).toContain('The test service ended by itself (exit 3)');
});

/** An ended process stays in the table until its new parent has asked for its exit code. */
function isLiving(pid) {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
