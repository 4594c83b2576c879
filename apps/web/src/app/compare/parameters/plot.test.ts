import { configure, getPreset, type RunConfig } from '@duality/shared';
import { expect, test } from 'vitest';
import { chooseAxes, type JudgedRun, makePlot, varyingParameters } from './plot.ts';

const run = (id: number, objective: number | null, changes: Partial<RunConfig>): JudgedRun => ({
  id,
  name: `Run ${id}`,
  status: 'completed',
  config: { ...configure(getPreset('wgan-gp-ring'), {}), ...changes },
  objective,
});
const runs = [
  run(1, 4, { seed: 1, batchSize: 16, optimiser: 'adam' }),
  run(2, 2, { seed: 2, batchSize: 64, optimiser: 'sgd' }),
  run(3, null, { seed: 3, batchSize: 40, optimiser: 'adam' }),
];
const varying = varyingParameters(runs);
const named = (axes: { by: string }[]) => axes.map(({ by }) => by);

test('at first there is an axis for what varies on purpose, and the objective last', () => {
  expect(named(chooseAxes(undefined, varying, true))).toEqual(['batchSize', 'optimiser', 'objective']);
  expect(named(chooseAxes(undefined, varying, false))).toEqual(['batchSize', 'optimiser']);
});

test('where only the seed varies it is shown rather than nothing', () => {
  const twins = runs.map(({ id }) => run(id, 1, { seed: id }));
  expect(named(chooseAxes(undefined, varyingParameters(twins), false))).toEqual(['seed']);
});

test('asked axes keep their order, without those that do not vary', () => {
  const asked = ['objective', 'seed', 'latentSize', 'batchSize'].map((by) => ({
    by,
    isFlipped: false,
    scale: undefined,
  }));
  expect(named(chooseAxes(asked, varying, true))).toEqual(['objective', 'seed', 'batchSize']);
});

test('runs are placed, judged by the goal, and none is lost for want of an objective', () => {
  const asked = chooseAxes(undefined, varying, true);
  const plot = makePlot({ runs, shown: new Set([1, 3]), asked, objective: 'last(eval.w1)', goal: 'min' });
  expect(plot.axes.map(({ by, kind }) => [by, kind])).toEqual([
    ['batchSize', 'number'],
    ['optimiser', 'choice'],
    ['last(eval.w1)', 'number'],
  ]);
  expect(plot.runs.map(({ positions }) => positions[0])).toEqual([0, 1, 0.5]);
  expect(plot.runs.map(({ goodness }) => goodness)).toEqual([0, 1, null]);
  expect(plot.runs.map(({ isOut }) => isOut)).toEqual([false, true, false]);
  expect(plot.axes[2]?.hasNone).toBe(true);
});
