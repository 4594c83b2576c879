import { join } from 'node:path';
import { lastLines, run } from '../setup/child.js';
import { findNode, root } from '../setup/paths.js';

export const trainerDoor = (name) => join(root, 'apps', 'trainer', 'bin', `${name}.js`);

/** Thrown when a door said no; it carries the door's own line and exit code. */
class Refused extends Error {
  constructor(message, code) {
    super(message);
    this.code = code;
  }
}

/** Opens the store once, so that a file that cannot be used is said before anything runs on it. */
export async function checkStore(store) {
  const { code, output } = await run(findNode(), [trainerDoor('schedule'), '--check', '--store', store]);
  if (code !== 0) throw new Refused(lastLines(output, 3).join('\n'), 1);
}

/** @returns {Promise<{ engine: string, version?: string, device?: string, reason?: string }>} */
export async function askEngine(engine) {
  const args = [trainerDoor('engine'), '--json', ...(engine ? ['--engine', engine] : [])];
  const { code, output, stdout } = await run(findNode(), args, { env: { TF_CPP_MIN_LOG_LEVEL: '2' } });
  if (code !== 0) throw new Refused(lastLines(output, 3).join('\n'), code);
  return JSON.parse(stdout.slice(stdout.indexOf('{')));
}
