import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ExplainedError } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import { parseWassersteinPair, type WassersteinPair } from '../../evaluation/wasserstein-pairs.ts';
import { decodeTensors, encodeTensors } from '../../safetensors.ts';
import { writeWhole } from '../../write-whole.ts';
import { createCriticOnly, type SolverName, solvers } from './critic-only.ts';
import { type CriticQuality, judgeCritic } from './judge-critic.ts';
import type { Piece } from './pieces.ts';

/** What became of one critic. */
export interface W1Result {
  pair: string;
  dimension: number;
  funnels: number;
  trueW1: number;
  solver: SolverName;
  seed: number;
  engine: string;
  date: string;
  iterations: number;
  msAnIteration: number;
  /** At every so many iterations, the last ones being the result. */
  history: ({ iteration: number } & CriticQuality)[];
}

const testPoints = 4096;
const saveEvery = 5000;

/** The pairs in a file or in the files of a folder, by name. */
export function readPairs(path: string): Map<string, WassersteinPair> {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory();
  if (isFolder === undefined) throw new ExplainedError(`there is no file or folder ${path}`);
  const files = isFolder
    ? readdirSync(path)
        .filter((name) => name.endsWith('.json'))
        .map((name) => join(path, name))
    : [path];
  const read = (file: string) => parseWassersteinPair(JSON.parse(readFileSync(file, 'utf8')), file);
  return new Map(files.sort().map((file) => [basename(file, '.json'), read(file)]));
}

/** One critic between the distributions of one pair, from its last saved iteration on. */
export const w1Piece = (
  name: string,
  pair: WassersteinPair,
  solver: SolverName,
  seed: number,
  engine: string,
  say: (line: string) => void,
): Piece<W1Result> => ({
  name: `w1-${name}-${solver}-seed${seed}`,
  work: async (part) => {
    const critic = createCriticOnly(pair, solver, seed);
    const { iterations } = solvers[solver];
    const saved = load(part, critic.state);
    const test = critic.drawTest(testPoints);
    const history = saved.history;
    let spentMs = saved.spentMs;
    for (let iteration = saved.iteration + 1; iteration <= iterations; iteration++) {
      const startedAt = performance.now();
      critic.train(iteration);
      spentMs += performance.now() - startedAt;
      if (iteration % saveEvery > 0 && iteration < iterations) continue;
      const quality = judgeCritic(pair, critic.look, test);
      history.push({ iteration, ...quality });
      save(part, critic.state, { iteration, spentMs, history });
      say(
        `${name}, ${solver}, seed ${seed}: ${iteration} of ${iterations}, estimate ${quality.estimate.toFixed(3)} of ${pair.trueW1}, cosine ${quality.cosineX.toFixed(3)} ${quality.cosineY.toFixed(3)}, ${(spentMs / iteration).toFixed(1)} ms`,
      );
    }
    critic.dispose();
    const { dimension, funnels, trueW1 } = { ...pair, funnels: pair.centers.length };
    const date = new Date().toISOString().slice(0, 10);
    const msAnIteration = spentMs / iterations;
    return { pair: name, dimension, funnels, trueW1, solver, seed, engine, date, iterations, msAnIteration, history };
  },
});

interface Progress {
  iteration: number;
  spentMs: number;
  history: W1Result['history'];
}

function save(file: string, state: Record<string, tf.Variable>, progress: Progress): void {
  const tensors = Object.fromEntries(
    Object.entries(state).map(([name, variable]) => [
      name,
      { shape: variable.shape, values: variable.dataSync() as Float32Array },
    ]),
  );
  writeWhole(file, [encodeTensors({ metadata: { progress: JSON.stringify(progress) }, tensors })]);
}

function load(file: string, state: Record<string, tf.Variable>): Progress {
  if (!existsSync(file)) return { iteration: 0, spentMs: 0, history: [] };
  const { metadata, tensors } = decodeTensors(readFileSync(file));
  for (const [name, variable] of Object.entries(state)) {
    const saved = tensors[name];
    if (saved) tf.tidy(() => variable.assign(tf.tensor(saved.values, saved.shape)));
  }
  return JSON.parse(metadata.progress as string);
}
