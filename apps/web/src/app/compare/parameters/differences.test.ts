import { configure, getPreset, type RunConfig } from '@duality/shared';
import { expect, test } from 'vitest';
import { compareConfigs, findDifference, onlyDifferences } from './differences.ts';

const run = (id: number, changes: Partial<RunConfig> = {}) => ({
  id,
  config: { ...configure(getPreset('wgan-gp-ring'), {}), ...changes },
});
const runs = [run(1), run(2, { learningRate: 0.5 }), run(3, { learningRate: 0.5, asPrinted: true })] as const;
const groups = compareConfigs(runs, runs[0]);
const rows = groups.flatMap((group) => group.rows);

test('every key of every run has its row', () => {
  expect(rows.map(({ key }) => key).sort()).toEqual(Object.keys(runs[0].config).sort());
});

test('only what differs is left on request', () => {
  expect(onlyDifferences(groups).flatMap((group) => group.rows.map(({ key }) => key))).toEqual([
    'asPrinted',
    'learningRate',
  ]);
});

test('cells are compared with the base run', () => {
  const cells = (base: (typeof runs)[number]) =>
    compareConfigs(runs, base)
      .flatMap((group) => group.rows)
      .find(({ key }) => key === 'learningRate')
      ?.cells.map(({ isOther }) => isOther);
  expect(cells(runs[0])).toEqual([false, true, true]);
  expect(cells(runs[1])).toEqual([true, false, false]);
});

test('a key that a run lacks is said to be missing, and one that nobody knows has its row', () => {
  const { packing: _, ...rest } = runs[0].config;
  const odd = { id: 4, config: { ...rest, colour: 'red' } as unknown as RunConfig };
  const found = compareConfigs([runs[0], odd], runs[0]).flatMap((group) => group.rows);
  expect(found.find(({ key }) => key === 'packing')?.cells.map(({ text }) => text)).toEqual(['1', 'none']);
  expect(found.find(({ key }) => key === 'colour')).toMatchObject({ differs: true });
});

test('one goes from difference to difference, around the end and either way', () => {
  expect(findDifference(groups, undefined, 1)).toBe('asPrinted');
  expect(findDifference(groups, 'asPrinted', 1)).toBe('learningRate');
  expect(findDifference(groups, 'learningRate', 1)).toBe('asPrinted');
  expect(findDifference(groups, undefined, -1)).toBe('learningRate');
  expect(findDifference(groups, 'steps', -1)).toBe('asPrinted');
  expect(findDifference(compareConfigs([runs[0]], runs[0]), undefined, 1)).toBeUndefined();
});
