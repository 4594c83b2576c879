'use client';

import {
  effectsOfTree,
  encode,
  type Forest,
  growForest,
  type Importance,
  type Parameter,
  summariseEffects,
} from '@duality/shared/analysis';
import { useEffect, useState } from 'react';
import type { JudgedRun } from './plot.ts';

/** Fewer runs than this say nothing of several parameters. */
export const leastRuns = 4;

export interface GrownForest {
  forest: Forest;
  rows: Float64Array[];
  parameters: readonly Parameter[];
  /** One for each parameter; null where the forest predicts the same everywhere. */
  effects: Importance[] | null;
  runs: number;
}

/** The forest of the runs once it is grown, and the one before until then; undefined where there is too little. */
export function useForest(parameters: readonly Parameter[], runs: readonly JudgedRun[]): GrownForest | undefined {
  const [grown, setGrown] = useState<GrownForest>();
  const canGrow = runs.length >= leastRuns && parameters.length > 0;
  // Runs that go on are read again each second; a forest of the same values is not grown again.
  const values = JSON.stringify([parameters.map(({ key }) => key), runs.map(({ id, objective }) => [id, objective])]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the configs of runs never change, so these values say all
  useEffect(() => {
    if (!canGrow) return;
    const abort = new AbortController();
    grow(parameters, runs, abort.signal).then((forest) => forest && setGrown(forest));
    return () => abort.abort();
  }, [values, canGrow]);
  return canGrow ? grown : undefined;
}

/** Milliseconds of work between two turns of everything else. */
const sliceMs = 8;

async function grow(
  parameters: readonly Parameter[],
  runs: readonly JudgedRun[],
  signal: AbortSignal,
): Promise<GrownForest | undefined> {
  const configs = runs.map(({ config }) => config);
  const { dimensions, rows } = encode(parameters, configs);
  const growing = growForest({ dimensions, rows, values: runs.map(({ objective }) => objective ?? 0) });
  const turn = turns(signal);
  let step = growing.next();
  while (!step.done) {
    if (!(await turn())) return undefined;
    step = growing.next();
  }
  const shares: number[][] = [];
  for (const tree of step.value.trees) {
    if (!(await turn())) return undefined;
    const ofTree = effectsOfTree(tree, dimensions);
    if (ofTree) shares.push(ofTree);
  }
  return { forest: step.value, rows, parameters, effects: summariseEffects(shares), runs: runs.length };
}

/** Lets everything else have its turn when the slice is over; false once nobody waits any more. */
function turns(signal: AbortSignal): () => Promise<boolean> {
  let end = performance.now() + sliceMs;
  return async () => {
    if (performance.now() >= end) {
      await new Promise((resume) => setTimeout(resume));
      end = performance.now() + sliceMs;
    }
    return !signal.aborted;
  };
}
