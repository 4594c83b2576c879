import { expect, test } from 'vitest';
import { defaultBudget, planMixtures } from './planned-sweeps.ts';

const steps = (budget = defaultBudget) => planMixtures(budget).map(({ set }) => set.steps);

test('a longer budget lengthens every run and evaluates it as often', () => {
  expect(steps({ seeds: 1, steps: 400_000 })).toEqual(steps().map((count) => 40 * (count as number)));
  for (const { set } of planMixtures({ seeds: 1, steps: 999 })) {
    expect(Math.ceil((set.steps as number) / (set.evaluateEvery as number))).toBe(4);
  }
});

test('another budget is another sweep, with as many seeds as were asked for', () => {
  const longer = planMixtures({ seeds: 5, steps: 20_000 });
  const names = [...planMixtures(defaultBudget), ...longer].map(({ name }) => name);
  expect(new Set(names).size).toBe(2 * longer.length);
  for (const { seeds } of longer) expect(seeds).toEqual([1, 2, 3, 4, 5]);
});
