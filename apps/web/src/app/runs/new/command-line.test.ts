import { getPreset } from '@duality/shared';
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
