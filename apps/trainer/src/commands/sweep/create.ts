import { resolve } from 'node:path';
import { ArgumentError, countTrials, ExplainedError, parseSweep, type SweepRequest } from '@duality/shared';
import { openStore } from '@duality/shared/store';
import { parseArguments } from '../arguments.ts';
import { callersFolder } from '../door.ts';
import { parseJson } from '../parse-json.ts';
import { readTextFile } from '../read-text-file.ts';
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

/** The dashboard takes as much. */
const mostBytes = 2 ** 20;

function readRequest(name: string): SweepRequest {
  const file = resolve(callersFolder(), name);
  const text = readTextFile(file, name, mostBytes);
  try {
    return parseSweep(parseJson(text));
  } catch (error) {
    throw error instanceof ExplainedError ? new ArgumentError(`${name}: ${error.message}`) : error;
  }
}

const describeTrials = (request: SweepRequest) => `${countTrials(request)} trials of ${request.preset}`;
