import { getPreset } from '@duality/shared';
import { expect, test } from 'vitest';
import { fixedOptions, variedOptions } from './parameter-options.ts';

const keysOf = (groups: ReturnType<typeof variedOptions>) =>
  groups.map(({ group, items }) => [group, items.map(({ value }) => value)] as const);

test('what matters for the preset comes first, and what does not comes last', () => {
  const options = new Map(keysOf(variedOptions(getPreset('wgan-gp-ring').config, new Set())));
  expect(options.get('System')).toContain('gradientPenaltyWeight');
  expect(options.get('System')).not.toContain('clipValue');
  expect(options.get('Seldom, or without effect here')).toContain('clipValue');
  expect(options.get('All at once')).toEqual(['preset']);
});

test('nothing is offered twice, and no seed', () => {
  const taken = new Set(['learningRate', 'preset']);
  const keys = keysOf(variedOptions(getPreset('wgan-gp-ring').config, taken)).flatMap(([, list]) => list);
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of ['seed', 'learningRate', 'preset']) expect(keys).not.toContain(key);
  const fixed = keysOf(fixedOptions(getPreset('wgan-gp-ring').config, taken)).flatMap(([, list]) => list);
  expect(fixed).toContain('steps');
  expect(fixed).not.toContain('seed');
  expect(fixed).not.toContain('clipValue');
});
