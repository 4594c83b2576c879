import { expect, test } from 'vitest';
import { boxDiameter } from './box-diameter.ts';
import { configure, getPreset } from './preset.ts';

test.each([
  ['wgan-gp-mnist', {}, 56],
  ['atienza-wgan', {}, 28],
  ['basic-gan', {}, 64],
  ['wgan-gp-mnist', { packing: 4 }, 112],
  ['gdl-wgan', {}, 2 * Math.sqrt(32 * 32 * 3)],
  ['wgan-gp-ring', {}, undefined],
  ['gdl-wgan-gp', { imageSize: 0 }, undefined],
] as const)('the box of %s %o has its diameter', (preset, changes, diameter) => {
  expect(boxDiameter(configure(getPreset(preset), changes))).toBe(diameter);
});

test('the shape of the images is believed before the config', () => {
  expect(boxDiameter(configure(getPreset('gdl-wgan-gp'), { imageSize: 0 }), [10, 10, 1])).toBe(20);
});
