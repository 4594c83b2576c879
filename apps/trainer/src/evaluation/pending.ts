import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { decodeTensors, encodeTensors, type NamedArray } from '../safetensors.ts';
import { writeWhole } from '../write-whole.ts';
import type { Drawn } from './drawn.ts';

const fileOf = (folder: string, step: number) => join(folder, `evaluation-${step}.safetensors`);

/** Keeps what is not measured yet: its weights are gone by the time that the run is resumed. */
export function keepPending(folder: string, { step, count, surface, ...arrays }: Drawn): void {
  const named = Object.entries({ ...arrays, ...surface });
  const tensors = Object.fromEntries(named.map(([name, values]) => [name, { shape: [values.length], values }]));
  writeWhole(fileOf(folder, step), [
    encodeTensors({ metadata: { step: String(step), count: String(count) }, tensors }),
  ]);
}

export const forgetPending = (folder: string, step: number): void => rmSync(fileOf(folder, step), { force: true });

/** What was kept up to and with the step `last`, in step order; what is damaged or of later steps is removed. */
export function takePending(folder: string, last: number): Drawn[] {
  const found: Drawn[] = [];
  for (const name of listPending(folder)) {
    const drawn = readDrawn(join(folder, name));
    if (drawn && drawn.step <= last) found.push(drawn);
    else rmSync(join(folder, name), { force: true });
  }
  return found.sort((a, b) => a.step - b.step);
}

function listPending(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^evaluation-\d+\.safetensors$/.test(name));
  } catch {
    return []; // a run without checkpoints has no folder
  }
}

function readDrawn(file: string): Drawn | undefined {
  try {
    const { metadata, tensors } = decodeTensors(readFileSync(file));
    const of = (name: string) => (tensors[name] as NamedArray).values;
    return {
      step: Number(metadata.step),
      count: Number(metadata.count),
      samples: of('samples'),
      realScores: of('realScores'),
      fakeScores: of('fakeScores'),
      ...(tensors.scores && { surface: { scores: of('scores'), gradients: of('gradients') } }),
    };
  } catch {
    return undefined;
  }
}
