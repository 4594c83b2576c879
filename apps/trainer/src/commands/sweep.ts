import { createSweepCommand } from './sweep/create.ts';
import { listSweepsCommand } from './sweep/list.ts';
import { showSweepCommand } from './sweep/show.ts';
import { sweepVerbCommand } from './sweep/verb.ts';

const verbs: Record<string, (args: string[]) => Promise<number>> = {
  list: listSweepsCommand,
  show: showSweepCommand,
  pause: sweepVerbCommand('pause', 'rests: its trials save a checkpoint; go on with resume'),
  resume: sweepVerbCommand('resume', 'goes on'),
  stop: sweepVerbCommand('stop', 'takes no new trials; those that train go on to their end'),
  cancel: sweepVerbCommand('cancel', 'is cancelled, and what trains is asked to stop'),
};

/** Creates a sweep from a JSON file, or does what the first word says to one that is there. */
export async function sweepCommand([word = '', ...args]: string[]): Promise<number> {
  const verb = Object.hasOwn(verbs, word) ? verbs[word] : undefined;
  return verb ? verb(args) : createSweepCommand(word === '' ? args : [word, ...args]);
}
