import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { RunConfig } from '../domain/config.ts';
import { EngineChoice, EngineReport } from '../domain/engine.ts';
import { ExplainedError } from '../domain/errors.ts';
import { parseSafely } from '../domain/issue-sentence.ts';
import { Place } from '../domain/place.ts';
import { ExperimentName, Notes, RunName, Tag } from '../domain/run.ts';
import { orderName, uidPattern } from './run-folder.ts';

const Parent = z.strictObject({
  uid: z.string().regex(uidPattern),
  step: z.int().min(1),
  config: RunConfig,
  bytes: z.int(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What is wanted of a worker: a run as a store has it, and the checkpoint that a clone starts from. */
export const Order = z.strictObject({
  version: z.literal(1),
  uid: z.string().regex(uidPattern),
  name: RunName,
  experiment: ExperimentName,
  tags: z.array(Tag).max(100),
  notes: Notes,
  preset: z.string().max(200),
  config: RunConfig,
  dataDir: z.string().nullable(),
  requestedEngine: EngineChoice,
  engine: EngineReport.nullable(),
  place: Place,
  createdAt: z.int().min(0),
  parent: Parent.nullable(),
});
export type Order = z.infer<typeof Order>;

/** Throws an ExplainedError for a folder without a whole order. */
export function readOrder(folder: string): Order {
  const file = join(folder, orderName);
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new ExplainedError(`${file} ${isMissing ? 'is not there' : 'cannot be read'}; name the folder of a run`);
  }
  const result = parseSafely(Order, content);
  if (result.success) return result.data;
  throw new ExplainedError(`${file} is no order that this Duality understands; bring both to the same version`);
}
