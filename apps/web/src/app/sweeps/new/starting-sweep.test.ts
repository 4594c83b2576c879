import { findSweepProblems, presets } from '@duality/shared';
import { expect, test } from 'vitest';
import { starterSweep } from '../starter-sweep.ts';
import { addressOf, readAddress, startingSweep } from './starting-sweep.ts';

test('the form begins with all but what varies', () => {
  for (const { name } of presets) {
    expect(findSweepProblems(startingSweep(name)), name).toEqual([
      { key: 'space', message: 'must name at least one parameter that varies' },
    ]);
  }
  expect(startingSweep('nosuch').preset).toBe('wgan-gp-ring');
});

test('an address gives the same sweep back', () => {
  const { sweep } = addressOf(starterSweep);
  expect(readAddress(sweep ?? '')).toMatchObject(starterSweep);
});

test('what is too long or cannot be read is left out', () => {
  const values = Array.from({ length: 900 }, (_, at) => at + 1);
  const long = { ...starterSweep, space: { batchSize: { type: 'choice', values } } };
  expect(addressOf(long)).toMatchObject({ preset: 'wgan-gp-mnist', sweep: undefined });
  expect(addressOf({ ...starterSweep, seeds: ['one'] }).sweep).toBeUndefined();
  for (const text of ['', '{', '7', '{"name":"x"}']) expect(readAddress(text)).toBeUndefined();
});
