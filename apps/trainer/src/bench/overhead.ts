import type { Benchmark } from './benchmark.ts';
import { watchRun } from './watched-run.ts';

const preset = 'wgan-gp-mnist';
const limit = 0.02;
/** The first steps record graphs, and draw more grids than later ones. */
const warmUp = 64;

/** What a step costs beside its arithmetic: metrics, grids and checkpoints in a real store. */
export const overhead: Benchmark = {
  name: 'overhead',
  summary: 'the time that metrics, sample grids and checkpoints add to training',
  run: async ({ startEngine, steps = 400, say }) => {
    say(`overhead: ${steps} steps of ${preset}`);
    let startedAt = 0;
    let wholeMs = 0;
    let trainingMs = 0;
    await watchRun(await startEngine(), preset, { steps: warmUp + steps, evaluateEvery: 0 }, ({ step, values }) => {
      const now = performance.now();
      if (step === warmUp) startedAt = now;
      if (step <= warmUp) return;
      wholeMs = now - startedAt;
      trainingMs += values.stepMs as number;
    });
    const share = wholeMs / trainingMs - 1;
    return {
      rows: [
        {
          workload: `${preset}, ${steps} steps`,
          figures: { 'training, s': trainingMs / 1000, 'all, s': wholeMs / 1000, 'more, %': share * 100 },
          target: `< ${limit * 100} % more`,
          isMet: share < limit,
        },
      ],
      notes: [`Grids and checkpoints as often as the preset has them; without evaluation, after ${warmUp} steps.`],
    };
  },
};
