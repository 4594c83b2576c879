import { configure, getPreset } from '@duality/shared';
import type { Benchmark } from './benchmark.ts';
import { median } from './median.ts';
import { watchRun } from './watched-run.ts';

const limit = 0.05;
/** Steps after `warmUp` that are timed: a few evaluations at the preset's own cadence. */
const workloads = [
  { preset: 'wgan-gp-ring', evaluations: 6 },
  { preset: 'wgan-gp-mnist', evaluations: 2 },
] as const;
/** The first steps record graphs; the first evaluation learns what is real. */
const warmUp = 100;

/** What evaluations at the default cadence add to the time of training. */
export const evaluation: Benchmark = {
  name: 'evaluation',
  summary: 'the time that evaluations at the default cadence add to training',
  run: async ({ startEngine, rounds = 3, say }) => {
    const engine = await startEngine();
    const rows = [];
    for (const { preset, evaluations } of workloads) {
      const every = configure(getPreset(preset), {}).evaluateEvery;
      const steps = evaluations * every;
      const times: Record<'with' | 'without', number[]> = { with: [], without: [] };
      for (let round = 0; round < rounds; round++) {
        say(`evaluation: ${preset}, round ${round + 1} of ${rounds}`);
        times.without.push(await timeSteps(engine, preset, steps, 0));
        times.with.push(await timeSteps(engine, preset, steps, every));
      }
      const [bare, evaluated] = [median(times.without), median(times.with)];
      const share = evaluated / bare - 1;
      rows.push({
        workload: `${preset}, ${steps} steps`,
        figures: { 'without, s': bare / 1000, 'with, s': evaluated / 1000, 'more, %': share * 100 },
        target: `< ${limit * 100} % more`,
        isMet: share < limit,
      });
    }
    return {
      rows,
      notes: [`Medians of ${rounds} runs each, in turns; every preset is evaluated as often as it says.`],
    };
  },
};

async function timeSteps(
  engine: Parameters<typeof watchRun>[0],
  preset: string,
  steps: number,
  evaluateEvery: number,
): Promise<number> {
  let startedAt = 0;
  let endedAt = 0;
  // One step more, so that the evaluation of the last is not waited for.
  const settings = { steps: warmUp + steps + 1, evaluateEvery, checkpointEvery: 100_000 };
  await watchRun(engine, preset, settings, ({ step }) => {
    if (step === warmUp) startedAt = performance.now();
    if (step === warmUp + steps) endedAt = performance.now();
  });
  return endedAt - startedAt;
}
