import { configure, datasetDescriptions, getPreset, presets } from '@duality/shared';
import { expect, test } from 'vitest';
import { createPair } from './create-pair.ts';
import { countParameters } from './parameter-count.ts';

function count(preset: string, sampleShape: number[], overrides = {}) {
  const config = configure(getPreset(preset), overrides);
  const pair = createPair({ config, sampleShape, classes: config.system === 'acgan' ? 10 : 0 });
  return { generator: countParameters(pair.generator), critic: countParameters(pair.critic) };
}

// gan-systems' table 1.2: what each seed document prints, or its layers add up to.
test('the networks of the seed documents have their exact numbers of parameters', () => {
  expect(count('raschka-wgan-gp', [28, 28, 1], { asPrinted: true })).toEqual({
    generator: { trainable: 804_832, other: 12_992 }, // 817,824
    critic: { trainable: 1_039_489, other: 896 }, // 1,040,385
  });
  expect(count('atienza-wgan', [28, 28, 1])).toEqual({
    generator: { trainable: 1_300_801, other: 704 }, // 1,301,505
    critic: { trainable: 1_080_577, other: 0 },
  });
  expect(count('basic-gan', [32, 32, 1])).toEqual({
    generator: { trainable: 1_756_032, other: 3_584 }, // 1,759,616
    critic: { trainable: 656_385, other: 0 },
  });
});

test('corrected, the critic of WGAN-GP has no batch normalisation', () => {
  expect(count('raschka-wgan-gp', [28, 28, 1]).critic).toEqual({ trainable: 1_038_593, other: 0 });
});

test.each(presets.map((preset) => [preset.name, preset] as const))(
  '%s has networks that fit its data',
  (name, { config }) => {
    const size = config.imageSize;
    const shape = datasetDescriptions[config.dataset].shape ?? [size, size, config.imageChannels];
    const sampleShape = size > 0 && shape.length === 3 ? [size, size, shape[2] as number] : [...shape];
    const { generator, critic } = count(name, sampleShape);
    expect(generator.trainable).toBeGreaterThan(100);
    expect(critic.trainable).toBeGreaterThan(100);
  },
);
