import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Opened, Target, Verdict } from './target.ts';
import { type Watch, watch } from './watch.ts';

export interface Outcome {
  name: string;
  tried: number;
  accepted: number;
  refused: number;
  seconds: number;
  /** What was seen in a trial. */
  report?: string;
  /** What went wrong, for people; absent where nothing did. */
  failure?: string;
}

export interface Budget {
  seed: number;
  inputs: number;
}

/** Tries so many inputs on a target, or fewer when one fails: that one is then made as small as it still fails. */
export async function runTarget(target: Target, budget: Budget): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), `duality-fuzz-${target.name}-`));
  const guard = watch(target.name, budget.seed);
  try {
    return await tryAll(target, await target.open(folder), budget, guard);
  } finally {
    await guard.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function tryAll(
  { name }: Target,
  opened: Opened<unknown>,
  { seed, inputs }: Budget,
  guard: Watch,
): Promise<Outcome> {
  const show = opened.show ?? defaultShow;
  const counts: Record<Verdict, number> = { accepted: 0, refused: 0 };
  const began = performance.now();
  const property = fc.asyncProperty(opened.inputs, async (input) => {
    guard.begin(() => show(input));
    counts[await opened.attempt(input)] += 1;
    guard.end();
  });
  const { failed, counterexample, errorInstance } = await fc.check(property, { seed, numRuns: inputs });
  guard.end();
  const failures = failed ? [`${tell(errorInstance)}\n  input: ${show(counterexample?.[0])}`] : [];
  try {
    await opened.close?.();
  } catch (error) {
    failures.push(`afterwards: ${tell(error)}`);
  }
  return {
    name,
    tried: counts.accepted + counts.refused + failures.length,
    ...counts,
    seconds: (performance.now() - began) / 1000,
    ...(failures.length > 0 && { failure: failures.join('\n') }),
  };
}

const longestShown = 2000;

function defaultShow(input: unknown): string {
  const text = Buffer.isBuffer(input) ? `base64 ${input.toString('base64')}` : showValue(input);
  return text.length > longestShown ? `${text.slice(0, longestShown)}… (${text.length} characters)` : text;
}

/** As JSON where it is, for speed; otherwise as an expression. */
const showValue = (input: unknown) => JSON.stringify(input) ?? fc.stringify(input);

export function tell(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return (error.name === 'Violation' ? error.message : (error.stack ?? error.message)).slice(0, longestShown);
}
