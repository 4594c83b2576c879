import { configure, getPreset, parseAssignment, presets } from '@duality/shared';
import { expect, test } from 'vitest';
import { commandLine } from './command-line.ts';

const preset = getPreset('wgan-gp-mnist');
const line = (config = {}, more = {}) =>
  commandLine(preset, { engine: 'auto', config: { ...preset.config, ...config }, ...more });

test('the preset as it is needs no options', () => {
  expect(line()).toBe('npm run train -- wgan-gp-mnist');
});

test('what was changed is said', () => {
  expect(line({ steps: 200, seed: 7, learningRate: 1e-4 }, { engine: 'wasm' })).toBe(
    'npm run train -- wgan-gp-mnist --steps 200 --seed 7 --set learningRate=0.0001 --engine wasm',
  );
});

test('a name reaches the shell as one word', () => {
  expect(line({}, { name: "Ada's run; rm -rf" })).toBe(`npm run train -- wgan-gp-mnist --name 'Ada'\\''s run; rm -rf'`);
});

test('its experiment and each of its tags reach the shell as one word', () => {
  expect(line({}, { experiment: 'Which λ?', tags: ['baseline', 'two words'] })).toBe(
    `npm run train -- wgan-gp-mnist --experiment 'Which λ?' --tag baseline --tag 'two words'`,
  );
});

test('data of a folder are asked for', () => {
  const { config } = getPreset('dcgan');
  expect(commandLine(getPreset('dcgan'), { engine: 'auto', config })).toBe('npm run train -- dcgan --data DIR');
  expect(commandLine(getPreset('dcgan'), { engine: 'auto', config }, '/my data')).toContain("--data '/my data'");
});

test('the command makes the very same config, as printed too', () => {
  for (const preset of presets) {
    const printed = /^(gdl|atienza|raschka|basic)/.test(preset.name) ? { asPrinted: true } : {};
    for (const overrides of [{}, printed, { ...printed, adamBeta1: 0, batchSize: 32, leastSquaresCoding: 'pearson' }]) {
      const config = configure(preset, overrides);
      const options = commandLine(preset, { engine: 'auto', config }).matchAll(/--set (\S+)/g);
      const assigned = Object.fromEntries([...options].map(([, option]) => parseAssignment(option ?? '')));
      expect(configure(preset, assigned), preset.name).toEqual(config);
    }
  }
});
