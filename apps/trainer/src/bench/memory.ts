import * as tf from '@tensorflow/tfjs-core';
import type { Benchmark } from './benchmark.ts';
import { median } from './median.ts';
import { watchRun } from './watched-run.ts';

const preset = 'wgan-gp-ring';
const limit = 0.05;
/** Until then JavaScript's heap grows to the size that it keeps, some thirty MiB. */
const heapSettles = 2000;

/** Whether a long run keeps its size: tensors, and the process's resident memory. */
export const memory: Benchmark = {
  name: 'memory',
  summary: 'whether tensors and resident memory stay the same over a long run',
  run: async ({ startEngine, steps = 8000, say }) => {
    say(`memory: ${steps} steps of ${preset}`);
    const warmUp = Math.ceil(Math.min(Math.max(steps / 4, heapSettles), steps / 2));
    const counts: number[] = [];
    const sizes: number[] = [];
    await watchRun(await startEngine(), preset, { steps, evaluateEvery: 0 }, ({ step, samples }) => {
      if (step < warmUp) return;
      counts.push(tf.memory().numTensors - (samples ? 1 : 0)); // the samples go when the step is over
      sizes.push(process.memoryUsage.rss() / 2 ** 20);
    });
    const tenth = Math.ceil(sizes.length / 10);
    const [first, last] = [median(sizes.slice(0, tenth)), median(sizes.slice(-tenth))];
    const growth = last / first - 1;
    return {
      rows: [
        {
          workload: `tensors, ${preset}, ${steps} steps`,
          figures: { first: Math.min(...counts), last: Math.max(...counts), 'growth, %': null },
          target: 'the same at every step',
          isMet: Math.min(...counts) === Math.max(...counts),
        },
        {
          workload: 'resident memory, MiB',
          figures: { first, last, 'growth, %': growth * 100 },
          target: `< ${limit * 100} % growth`,
          isMet: growth < limit,
        },
      ],
      notes: [`Of the steps after ${warmUp}: tensors fewest and most, memory medians of the first and last tenth.`],
    };
  },
};
