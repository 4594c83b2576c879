import { expect, test } from 'vitest';
import { chooseSteps, type StepChoice } from './step-choice.ts';

const stored = [1, 2, 4, 8, 16, 32, 50, 100, 150, 200];
const choose = (choice: Partial<StepChoice>) =>
  chooseSteps(stored, { kind: 'all', every: 1, list: '', first: 1, last: 200, ...choice });

test('every k-th step begins with the first and ends with the last', () => {
  expect(choose({ kind: 'every', every: 4 }).steps).toEqual([1, 16, 150, 200]);
  expect(choose({ kind: 'every', every: 3 }).steps).toEqual([1, 8, 50, 200]);
  expect(choose({ kind: 'every', every: 1 }).steps).toBe('all');
  expect(choose({ kind: 'every', every: 100 }).steps).toEqual([1, 200]);
  for (const every of [0, 1.5, '', 'x']) expect(choose({ kind: 'every', every }).problem).toContain('whole number');
});

test('steps that are typed become the nearest that are stored, and it is said which', () => {
  expect(choose({ kind: 'list', list: '1, 2, 4, 10, 50, 100' })).toEqual({
    steps: [1, 2, 4, 8, 50, 100],
    note: 'Nearest that are stored: 10 → 8',
  });
  expect(choose({ kind: 'list', list: '100 4,4' })).toEqual({ steps: [4, 100] });
  expect(choose({ kind: 'list', list: '9999' })).toEqual({
    steps: [200],
    note: 'Nearest that are stored: 9,999 → 200',
  });
  expect(choose({ kind: 'list', list: ' ' }).problem).toContain('one step or more');
  expect(choose({ kind: 'list', list: '1, two' }).problem).toContain('“two”');
});

test('a range holds the stored steps in it', () => {
  expect(choose({ kind: 'range', first: 10, last: 100 }).steps).toEqual([16, 32, 50, 100]);
  expect(choose({ kind: 'range', first: 0, last: 1000 }).steps).toBe('all');
  expect(choose({ kind: 'range', first: 9, last: 12 }).problem).toBe('no step from 9 to 12 is stored');
  expect(choose({ kind: 'range', first: 100, last: 4 }).problem).toContain('no step');
});
