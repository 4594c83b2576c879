import { join } from 'node:path';
import { findNode, root } from '../setup/paths.js';
import { trainerDoor } from './ask-trainer.js';
import { startService } from './service.js';

const SCHEDULER_GRACE_MS = 60_000;
const WEB_GRACE_MS = 3000;

const webDoor = join(root, 'apps', 'web', 'bin', 'serve.js');

/** Starts the dashboard and the scheduler over one store. onGiveUp: one of them cannot be kept running. */
export function startLab({ port, host, store, exchange, engine, slots, memory, demo }, { say, onGiveUp }) {
  const env = {
    ...process.env,
    DUALITY_STORE: store,
    DUALITY_EXCHANGE: exchange,
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
  };
  const options = { cwd: root, env, windowsHide: true };
  const endWithUs = ['--import', new URL('end-with-parent.js', import.meta.url).href];
  const web = startService({
    name: 'dashboard',
    command: findNode(),
    args: [...endWithUs, webDoor, '-H', host, '-p', String(port)],
    options,
    // Next greets on stdout; what goes wrong in it is on stderr.
    onLine: (line, isError) => isError && line.trim() && say(line),
    say,
    onGiveUp,
  });
  const scheduler = startService({
    name: 'scheduler',
    command: findNode(),
    args: [
      trainerDoor('schedule'),
      '--store',
      store,
      ...(engine ? ['--engine', engine] : []),
      ...(slots ? ['--slots', slots] : []),
      ...(memory ? ['--memory', memory] : []),
      ...(demo ? ['--demo'] : []),
    ],
    options,
    onLine: say,
    say,
    onGiveUp,
  });
  return {
    /** The scheduler first asks its trainers for a checkpoint; hurry: a promise that means "at once". */
    stop: (hurry) => Promise.all([scheduler.stop(SCHEDULER_GRACE_MS, hurry), web.stop(WEB_GRACE_MS, hurry)]),
  };
}
