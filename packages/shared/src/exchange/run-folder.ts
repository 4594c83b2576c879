import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a run's folder holds, wherever it lies: what is wanted (`order.json`, written by the hub), what came of it
 * (`fragment-N.jsonl`, one file for each worker, only ever appended to) and what a worker goes on from (`state/`).
 */
export const orderName = 'order.json';
/** Is there while a person wants the run to end. */
export const stopName = 'stop';
export const fragmentName = (fragment: number) => `fragment-${fragment}.jsonl`;
export const stateName = (file: string) => `state/${file}`;
export const checkpointName = (step: number) => `step-${step}.safetensors`;

/** Names of files in a run's folder, and of no others anywhere: what comes from outside is held against it. */
export const fileNamePattern =
  /^(order\.json|stop|fragment-[1-9]\d{0,5}\.jsonl|state\/(step-\d{1,12}|evaluation-\d{1,12}|parent)\.safetensors)$/;

export const uidPattern = /^[0-9a-f]{32}$/;
export const runFolder = (exchange: string, uid: string) => join(exchange, `run-${uid}`);

/** 0 for a name that is no fragment's. */
export const fragmentOf = (name: string): number => Number(/^fragment-([1-9]\d{0,5})\.jsonl$/.exec(name)?.[1] ?? 0);

/** Numbers of the fragments that are there, in order. */
export const listFragments = (folder: string): number[] =>
  namesIn(folder)
    .map(fragmentOf)
    .filter((fragment) => fragment > 0)
    .sort((a, b) => a - b);

/** Nothing for a folder that is not there, or out of reach. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
