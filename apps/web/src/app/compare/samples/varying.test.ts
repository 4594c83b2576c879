import { configure, getPreset } from '@duality/shared';
import { expect, test } from 'vitest';
import { findVarying, matching, nearestTo } from './varying.ts';

const run = (set: Record<string, unknown>, preset = 'wgan-gp-mnist') => ({
  config: configure(getPreset(preset), set),
});
const sweep = [0.1, 1, 10].flatMap((lambda) =>
  [1, 2].filter((seed) => lambda < 10 || seed === 2).map((seed) => run({ gradientPenaltyWeight: lambda, seed })),
);
const keys = (runs: Parameters<typeof findVarying>[0]) => findVarying(runs).map(({ key }) => key);
const lambda = (value: string) => ({ key: 'gradientPenaltyWeight', value });
const seed = (value: string) => ({ key: 'seed', value });

test('what runs differ in is found, with its values in order', () => {
  expect(findVarying(sweep)).toEqual([
    { key: 'seed', values: [1, 2] },
    { key: 'gradientPenaltyWeight', values: [0.1, 1, 10] },
  ]);
  expect(keys([run({})])).toEqual([]);
});

test('a value that plays no part is no difference, nor is how long a run is', () => {
  const penalised = run({ gradientPenaltyWeight: 5, steps: 10, sampleEvery: 5 });
  expect(keys([penalised, run({ gradientPenaltyWeight: 10 }, 'wgan-mnist')])).not.toContain('gradientPenaltyWeight');
  expect(keys([penalised, run({ gradientPenaltyWeight: 5 })])).toEqual([]);
});

test('a chosen value leaves the runs that have it', () => {
  expect(matching(sweep, [lambda('1')])).toEqual([sweep[2], sweep[3]]);
  expect(matching(sweep, [lambda('1'), seed('2')])).toEqual([sweep[3]]);
  expect(matching(sweep, [])).toEqual(sweep);
});

test('where no run has the combination, those with the fewest other values come first, the nearer before', () => {
  const chosen = [lambda('10'), seed('1')];
  expect(matching(sweep, chosen)).toEqual([]);
  expect(nearestTo(sweep, chosen, findVarying(sweep))).toEqual([
    [lambda('1'), seed('1')],
    [lambda('10'), seed('2')],
    [lambda('0.1'), seed('1')],
  ]);
});
