import { availableParallelism } from 'node:os';
import { openStore } from '@duality/shared/store';
import type { SlotLimits } from '../scheduler/launchers/launcher.ts';
import { scheduleUntilStopped } from '../scheduler/main.ts';
import { parseArguments, parseEngine, parseWhole, refuseWords } from './arguments.ts';
import { findExchange, findStoreFile } from './store-file.ts';

const usage =
  'npm run schedule -- [--store FILE] [--exchange DIR] [--slots N] [--threads N] [--memory MB] [--patience SECONDS] [--engine NAME] [--demo] [--check]';
const options = {
  store: { type: 'string' },
  exchange: { type: 'string' },
  slots: { type: 'string' },
  threads: { type: 'string' },
  memory: { type: 'string' },
  patience: { type: 'string' },
  engine: { type: 'string' },
  demo: { type: 'boolean' },
  check: { type: 'boolean' },
} as const;

/** A step of the largest preset on the slowest engine gives no heartbeat for a minute or two. */
const defaultPatienceS = 300;

/** The process that starts trainers for queued runs. `--check` only opens the store and says what is wrong with it. */
export async function scheduleCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, options, usage);
  refuseWords(positionals, usage);
  const file = findStoreFile(values.store);
  if (values.check) {
    openStore(file).close();
    return 0;
  }
  // A native trainer keeps about four cores busy.
  const slots = values.slots
    ? parseWhole('slots', values.slots, 1)
    : Math.max(1, Math.floor(availableParallelism() / 4));
  const limits: SlotLimits = {
    threads: values.threads
      ? parseWhole('threads', values.threads, 1)
      : Math.max(1, Math.floor(availableParallelism() / slots)),
    ...(values.memory && { memoryBytes: parseWhole('memory', values.memory, 1) * 1_000_000 }),
  };
  const patienceMs = 1000 * (values.patience ? parseWhole('patience', values.patience, 1) : defaultPatienceS);
  const engine = parseEngine(values.engine);
  process.env.DUALITY_ENGINE = engine; // trainers inherit it
  const exchange = findExchange(values.exchange, file);
  await scheduleUntilStopped(file, { exchange, slots, limits, patienceMs, engine, demo: values.demo === true });
  return 0;
}
