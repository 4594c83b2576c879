import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { descendantsOf } from './descendants.js';

const TRIES = 5;
const WITHIN_MS = 60_000;

/**
 * A process that runs until it is stopped and is started again when it ends by itself.
 * @param {{ name: string, command: string, args: string[], options: import('node:child_process').SpawnOptions,
 *   onLine: (line: string, isError: boolean) => void, say: (text: string) => void, onGiveUp: () => void }} service
 */
export function startService({ name, command, args, options, onLine, say, onGiveUp }) {
  const endings = [];
  let stopping = false;
  let child;
  let running = false;
  let ended = Promise.resolve('');
  const launch = () => {
    // Its own process group: the terminal's Ctrl-C must not reach it before the order of stopping says so.
    const detached = process.platform !== 'win32';
    const launched = spawn(command, args, { ...options, stdio: ['pipe', 'pipe', 'pipe'], detached });
    child = launched;
    running = true;
    for (const stream of [launched.stdout, launched.stderr]) {
      createInterface({ input: stream }).on('line', (line) => onLine(line, stream === launched.stderr));
    }
    launched.stdin.on('error', () => {});
    ended = new Promise((settle) => {
      launched.on('error', (error) => settle(error.message));
      launched.on('close', (code, signal) => settle(signal ? `ended by ${signal}` : `exit ${code}`));
    });
    ended.then((how) => {
      running = false;
      if (!stopping) restart(how);
    });
  };
  const restart = async (how) => {
    endings.push(Date.now());
    const recent = endings.filter((at) => at > Date.now() - WITHIN_MS).length;
    say(`The ${name} ended by itself (${how}); what it said last is above.`);
    if (recent >= TRIES) {
      say(`It ended ${recent} times within a minute: giving up.`);
      return onGiveUp();
    }
    const waitMs = 500 * 2 ** (recent - 1);
    say(`Starting it again in ${waitMs / 1000} s.`);
    await sleep(waitMs);
    if (!stopping) launch();
  };
  launch();
  return {
    /** Asks it to end and waits; after graceMs, or when told to hurry, it and all it started is killed. */
    async stop(graceMs, hurry = new Promise(() => {})) {
      stopping = true;
      if (!running) return;
      // On Windows there is no asking by signal; there Ctrl-C reaches it through the console.
      if (process.platform !== 'win32') child.kill('SIGTERM');
      const timer = new AbortController();
      const late = sleep(graceMs, undefined, { signal: timer.signal }).catch(() => {});
      await Promise.race([ended, late, hurry]);
      timer.abort();
      if (running && child.pid) killAll(child.pid);
      await ended;
    },
  };
}

function killAll(pid) {
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  for (const each of [...descendantsOf(pid), pid]) {
    try {
      process.kill(each, 'SIGKILL');
    } catch {
      // it ended meanwhile
    }
  }
}
