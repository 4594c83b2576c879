import { configure, getPreset, presets } from '@duality/shared';
import { expect, test } from 'vitest';
import { switchPrinted, typedFrom } from './typed-config.ts';

test('as printed, the fields are what a command with asPrinted would train, and back again', () => {
  for (const preset of presets.filter(({ name }) => /^(gdl|atienza|raschka|basic)/.test(name))) {
    const corrected = typedFrom(preset.config);
    const printed = switchPrinted(preset, corrected, true);
    expect(printed, preset.name).toEqual(configure(preset, { asPrinted: true }));
    expect(switchPrinted(preset, printed, false), preset.name).toEqual(corrected);
  }
});

test('what a person changed stays changed', () => {
  const preset = getPreset('raschka-wgan-gp');
  const typed = { ...typedFrom(preset.config), criticSteps: '3', steps: 100 };
  expect(switchPrinted(preset, typed, true)).toMatchObject({ criticSteps: '3', steps: 100, adamBeta2: 0.999 });
});
