import { configure, getPreset } from '@duality/shared';
import { expect, test } from 'vitest';
import { describeSamples } from './describe-samples.ts';

const sentence = (preset: string, overrides = {}, grid = { columns: 8, rows: 8 }) =>
  describeSamples(configure(getPreset(preset), overrides), grid);

test('a picture is described as what it is', () => {
  expect(sentence('wgan-gp-mnist')).toBe('64 images from the run’s fixed noise.');
  expect(sentence('basic-gan', { asPrinted: true })).toContain('drawn anew, as printed');
  expect(sentence('acgan-mnist', {}, { columns: 8, rows: 10 })).toContain('each row is one class');
  expect(sentence('gan-ring', {}, { columns: 1, rows: 1 })).toContain('as many generated points');
  expect(sentence('gan-normals', {}, { columns: 1, rows: 1 })).toContain('two histograms');
});
