import { presets } from '@duality/shared';
import { expect, test } from 'vitest';
import { findPresets } from './preset-filter.ts';

test('a preset is found by words of its name, its summary, its system, its data or its group', () => {
  expect(findPresets('').size).toBe(presets.length);
  expect([...findPresets('ring clipping')]).toEqual(['wgan-ring']);
  expect([...findPresets('seed documents raschka')]).toEqual(['raschka-wgan-gp']);
  expect([...findPresets('R1')]).toContain('r1-mnist');
  expect(findPresets('nothing like this').size).toBe(0);
});
