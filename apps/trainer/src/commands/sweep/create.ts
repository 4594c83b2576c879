import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ArgumentError, countTrials, parseSweep, type SweepRequest } from '@duality/shared';
import { openStore } from '@duality/shared/store';
import { parseArguments } from '../arguments.ts';
import { callersFolder } from '../door.ts';
import { findStoreFile } from '../store-file.ts';
import { describeScheduler } from './scheduler.ts';
import { watchSweep } from './watch.ts';

const usage =
  'npm run sweep -- FILE.json [--store FILE] [--data DIR] [--wait] [--json], or list, or show|pause|resume|stop|cancel ID';
const options = {
  store: { type: 'string' },
  data: { type: 'string' },
  wait: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** A sweep from a file, the same input as the dashboard's form; a scheduler trains it. */
export async function createSweepCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, options, usage);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new ArgumentError(`name one JSON file\nUsage: ${usage}`);
  const request = readRequest(file);
  const dataDir = values.data === undefined ? null : resolve(callersFolder(), values.data);
  const store = openStore(findStoreFile(values.store));
  try {
    const { id, name } = store.sweep.create(request, dataDir);
    if (values.json) console.log(JSON.stringify({ type: 'created', sweepId: id, trials: countTrials(request) }));
    else console.log(`Sweep ${id} “${name}” is there: ${describeTrials(request)}. ${describeScheduler(store)}`);
    return values.wait ? await watchSweep(store, id, values.json === true) : 0;
  } finally {
    store.close();
  }
}

function readRequest(name: string): SweepRequest {
  const file = resolve(callersFolder(), name);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new ArgumentError(`${name}: cannot be read: ${(error as Error).message}`);
  }
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    throw new ArgumentError(`${name}: is not JSON: ${(error as Error).message}`);
  }
  try {
    return parseSweep(input);
  } catch (error) {
    throw error instanceof ArgumentError ? new ArgumentError(`${name}: ${error.message}`) : error;
  }
}

const describeTrials = (request: SweepRequest) => `${countTrials(request)} trials of ${request.preset}`;
