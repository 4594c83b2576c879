import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ArgumentError, ExplainedError, NotFoundError } from '@duality/shared';
import { explainStoreError, openStore, type Store } from '@duality/shared/store';
import { findCheckpoint } from '../checkpoint.ts';
import { checkpointFolder } from '../checkpoint-file.ts';
import { exportGenerator } from '../export/generator.ts';
import { parseArguments, parseWhole } from './arguments.ts';
import { callersFolder } from './door.ts';
import { findStoreFile } from './store-file.ts';

const usage = 'npm run export -- generator --run ID --out DIR [--at STEP] [--store FILE]';
const options = {
  run: { type: 'string' },
  out: { type: 'string' },
  at: { type: 'string' },
  store: { type: 'string' },
} as const;

/** Writes model.json and weights.bin, which TensorFlow.js loads in a browser. */
export async function exportGeneratorCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, options, usage);
  if (positionals.length > 0) throw new ArgumentError(`leave out ${positionals.join(' ')}\nUsage: ${usage}`);
  if (!values.run) throw new ArgumentError(`--run: must name a run by its number\nUsage: ${usage}`);
  if (!values.out) throw new ArgumentError(`--out: must name a folder\nUsage: ${usage}`);
  const runId = parseWhole('run', values.run, 1);
  const at = values.at === undefined ? undefined : parseWhole('at', values.at, 1);
  const folder = resolve(callersFolder(), values.out);
  const storeFile = findStoreFile(values.store);
  if (!existsSync(storeFile)) throw new ArgumentError(`there is no store ${storeFile}; name another with --store FILE`);
  const store = openStore(storeFile);
  try {
    const run = store.run.get(runId);
    const checkpoint = getCheckpoint(store, runId, at);
    const { modelJson, weights } = exportGenerator(run, checkpoint);
    writeFiles(folder, { 'weights.bin': weights, 'model.json': JSON.stringify(modelJson) });
    console.log(`Wrote the generator of run ${runId} at step ${checkpoint.step} to ${join(folder, 'model.json')}.`);
    return 0;
  } catch (error) {
    throw explainStoreError(error, storeFile);
  } finally {
    store.close();
  }
}

function getCheckpoint(store: Store, runId: number, at: number | undefined) {
  const steps = store.checkpoint.list(runId).map(({ step }) => step);
  if (at !== undefined && !steps.includes(at)) {
    throw new NotFoundError(
      `--at ${at}: run ${runId} has checkpoints of steps ${steps.reverse().join(', ') || 'none'}`,
    );
  }
  const { checkpoint, damaged } = findCheckpoint(store, runId, at);
  if (checkpoint) return checkpoint;
  if (damaged.length === 0) throw new NotFoundError(`run ${runId} has no checkpoint yet`);
  throw new ExplainedError(
    `the checkpoints of run ${runId} in ${checkpointFolder(store, runId)} are missing or damaged`,
  );
}

function writeFiles(folder: string, files: Record<string, Buffer | string>): void {
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  } catch (error) {
    throw new ExplainedError(`cannot write to --out ${folder}: ${(error as Error).message}`);
  }
}
