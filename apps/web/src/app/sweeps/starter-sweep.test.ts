import { countTrials, findSweepProblems, getPreset, parseSweep } from '@duality/shared';
import { expect, test } from 'vitest';
import { starterSweep } from './starter-sweep.ts';

test('the starter sweep can be started and trains one of each kind', () => {
  expect(findSweepProblems(starterSweep)).toEqual([]);
  expect(countTrials(parseSweep(starterSweep))).toBe(4);
  const systems = starterSweep.space.preset.values.map((name) => getPreset(name).config.system);
  expect(systems).toEqual(['gan-ns', 'lsgan', 'wgan-clip', 'wgan-gp']);
  expect(new Set(starterSweep.space.preset.values.map((name) => getPreset(name).config.dataset))).toEqual(
    new Set(['mnist']),
  );
});
