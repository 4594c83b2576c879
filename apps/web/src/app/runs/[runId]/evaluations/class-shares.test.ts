import { getPreset } from '@duality/shared';
import { expect, test } from 'vitest';
import { classShares } from './class-shares.ts';

const shares = (preset: string, counts: number[]) => classShares(counts, getPreset(preset).config);

test('classes are called as people call them, and modes are numbered', () => {
  expect(shares('wgan-gp-fashion', [3, 1])).toEqual([
    { name: 'T-shirt', count: 3, share: 0.75 },
    { name: 'trousers', count: 1, share: 0.25 },
  ]);
  expect(shares('wgan-gp-mnist', [1, 1]).map(({ name }) => name)).toEqual(['0', '1']);
  expect(shares('wgan-gp-ring', [1, 1]).map(({ name }) => name)).toEqual(['mode 1', 'mode 2']);
});

test('where no sample was counted, no class has a share', () => {
  expect(shares('wgan-gp-ring', [0, 0]).map(({ share }) => share)).toEqual([0, 0]);
});
