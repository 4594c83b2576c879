import { expect, test } from 'vitest';
import { describeParameters, isVarying } from './parameter.ts';

const of = (key: string, configs: Record<string, unknown>[]) =>
  describeParameters(configs).find((parameter) => parameter.key === key);

test('numbers have a range, and each value counts once', () => {
  expect(of('batchSize', [{ batchSize: 64 }, { batchSize: 16 }, { batchSize: 64 }])).toEqual({
    key: 'batchSize',
    kind: 'number',
    values: [16, 64],
    low: 16,
    high: 64,
    scale: 'linear',
  });
});

test('positive numbers over two decades ask for a logarithm', () => {
  expect(of('rate', [{ rate: 1e-4 }, { rate: 1e-2 }])?.scale).toBe('log');
  expect(of('rate', [{ rate: 2e-4 }, { rate: 1e-2 }])?.scale).toBe('linear');
  expect(of('rate', [{ rate: 0 }, { rate: 1e-5 }, { rate: 1e-2 }])?.scale).toBe('linear');
});

test('a key that a config lacks is a value of its own, and no config is lost', () => {
  const parameter = of('packing', [{ packing: 2, seed: 1 }, { seed: 1 }]);
  expect(parameter).toMatchObject({ kind: 'number', values: [2, undefined], low: 2, high: 2 });
  expect(parameter && isVarying(parameter)).toBe(true);
});

test('texts, switches and a mixture of kinds are choices', () => {
  expect(of('system', [{ system: 'wgan' }, { system: 'gan' }])).toMatchObject({
    kind: 'choice',
    values: ['wgan', 'gan'],
  });
  expect(of('mixed', [{ mixed: 'auto' }, { mixed: 3 }])).toMatchObject({ kind: 'choice', values: [3, 'auto'] });
  expect(of('flag', [{ flag: true }, { flag: false }])?.kind).toBe('choice');
});

test('what is the same everywhere does not vary, also where it is a list', () => {
  const parameters = describeParameters([
    { layers: [1, 2], seed: 1 },
    { layers: [1, 2], seed: 2 },
  ]);
  expect(parameters.filter(isVarying).map(({ key }) => key)).toEqual(['seed']);
});
